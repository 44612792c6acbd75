package org.vmacheck.model.ops;

/** The error numbers that the modelled system calls return, negated, as the kernel does. */
public final class Errno {

  public static final long EPERM = 1;
  public static final long ENOENT = 2;
  public static final long EINTR = 4;
  public static final long EBADF = 9;
  public static final long EAGAIN = 11;
  public static final long ENOMEM = 12;
  public static final long EACCES = 13;
  public static final long EFAULT = 14;
  public static final long EBUSY = 16;
  public static final long EEXIST = 17;
  public static final long EINVAL = 22;
  public static final long ENOTTY = 25;
  public static final long ENOSYS = 38;

  private Errno() {}
}
