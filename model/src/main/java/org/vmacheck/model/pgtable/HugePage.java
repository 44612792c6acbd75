package org.vmacheck.model.pgtable;

/**
 * A PMD slot that maps one huge page of a file.
 *
 * @param pgoff of its first page
 * @param writable whether a store may go through
 */
public record HugePage(long pgoff, boolean writable) implements PmdEntry {}
