package org.vmacheck.checks.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of this build, from the manifest of its jar. */
public final class Version implements IVersionProvider {

  /** As the JSON gives it; {@code development} when the classes do not come from a jar. */
  public static String text() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  @Override
  public String[] getVersion() {
    return new String[] {
      "vmacheck " + text(), "Java " + Runtime.version() + " (" + System.getProperty("os.arch") + ")"
    };
  }
}
