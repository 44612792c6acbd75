/** Page tables of two levels, their locks, and the rules for reaching a table. */
package org.vmacheck.model.pgtable;
