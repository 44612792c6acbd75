/** What methods of the model are called in the kernel, where Java's name does not spell it. */
package org.vmacheck.model.names;
