package dev.poscart.benchmarks.floors;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** The counters of another JVM: the processor time and the allocations of all its threads. */
public final class RunningJvm implements AutoCloseable {

  private final JMXConnector connector;
  private final OperatingSystemMXBean process;
  private final ThreadMXBean threads;

  private RunningJvm(JMXConnector connector) throws IOException {
    this.connector = connector;
    MBeanServerConnection connection = connector.getMBeanServerConnection();
    this.process =
        ManagementFactory.newPlatformMXBeanProxy(
            connection,
            ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME,
            OperatingSystemMXBean.class);
    this.threads =
        ManagementFactory.newPlatformMXBeanProxy(
            connection, ManagementFactory.THREAD_MXBEAN_NAME, ThreadMXBean.class);
  }

  /** Attaches to a JVM of the same user. */
  @SuppressWarnings("BanJNDI") // the address is that of a process this program has started
  public static RunningJvm attach(long pid) {
    try {
      VirtualMachine machine = VirtualMachine.attach(String.valueOf(pid));
      try {
        String address = machine.startLocalManagementAgent();
        return new RunningJvm(JMXConnectorFactory.connect(new JMXServiceURL(address)));
      } finally {
        machine.detach();
      }
    } catch (AttachNotSupportedException | IOException e) {
      throw new UncheckedIOException(new IOException("cannot attach to process " + pid, e));
    }
  }

  /** What the process has used so far; allocations are those of the threads that live. */
  public record Usage(long cpuNanos, Map<Long, Long> allocated) {

    public Usage {
      allocated = Map.copyOf(allocated);
    }

    public long cpuNanosSince(Usage before) {
      return cpuNanos - before.cpuNanos;
    }

    public long allocatedSince(Usage before) {
      return allocated.entrySet().stream()
          .mapToLong(each -> each.getValue() - before.allocated.getOrDefault(each.getKey(), 0L))
          .sum();
    }
  }

  public Usage usage() {
    long[] ids = threads.getAllThreadIds();
    long[] bytes = threads.getThreadAllocatedBytes(ids);
    Map<Long, Long> allocated = new HashMap<>();
    for (int i = 0; i < ids.length; i++) {
      allocated.put(ids[i], Math.max(0, bytes[i]));
    }
    return new Usage(process.getProcessCpuTime(), allocated);
  }

  @Override
  public void close() {
    try {
      connector.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
