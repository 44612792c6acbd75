/**
 * The JCStress engine: the tests of {@link org.vmacheck.stress} on a real JIT and a real processor,
 * in a JVM of their own. What it reports was observed or not observed; it proves nothing.
 *
 * <p>JCStress drops what it cannot schedule and ends well, so every run is checked for a result of
 * each test that was asked for, and a canary has to lose an update before anything is believed.
 */
package org.vmacheck.checks.engine.jcstress;
