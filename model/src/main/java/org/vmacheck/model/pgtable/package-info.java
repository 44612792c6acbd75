/** Page tables of two levels, their locks, and the rules for reaching a table (facts.md A.5, D). */
package org.vmacheck.model.pgtable;
