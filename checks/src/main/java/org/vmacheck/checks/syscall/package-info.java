/** System calls as data, with one text form, and how they run on the model. */
package org.vmacheck.checks.syscall;
