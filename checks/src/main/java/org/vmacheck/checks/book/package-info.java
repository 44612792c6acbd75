/**
 * The book: claims and races as pages of text, what they say, and how they become programs for an
 * engine.
 */
package org.vmacheck.checks.book;
