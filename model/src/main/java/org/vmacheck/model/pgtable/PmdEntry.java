package org.vmacheck.model.pgtable;

/** What a PMD slot points to; null is {@code pmd_none}. */
public sealed interface PmdEntry permits PteTable, HugePage {}
