/**
 * What a user is promised, in the manner of madvise(2), mlock(2), mremap(2) and fork(2): from what
 * the calls of a question are told and return to what must be true when they have ended, without a
 * look at the model.
 */
package org.vmacheck.checks.hunt.promise;
