/** Work in the background. */
package org.vmacheck.checks.workers;
