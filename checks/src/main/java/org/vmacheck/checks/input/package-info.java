/** What people type, and what to say when it cannot be understood. */
package org.vmacheck.checks.input;
