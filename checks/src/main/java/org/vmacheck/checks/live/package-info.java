/** Pages of the book on real kernels: a page as a C program, and what it shows. */
package org.vmacheck.checks.live;
