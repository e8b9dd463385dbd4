package dev.javait.tool;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import com.sun.tools.attach.VirtualMachineDescriptor;
import dev.javait.EventLoopsMXBean;
import java.io.IOException;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * {@code java -jar javait-runtime.jar PID} prints what every task of a running process waits for, and where. The process need not be prepared: its JVM is asked to open its
 * own management to this user, as JConsole does, and nothing is loaded into it.
 */
public final class DumpProcess {
    /** Longer than it takes until a process shows its loops. */
    private static final long MILLIS_FOR_THE_BEAN = 2_000;

    private static final int MILLIS_BETWEEN = 100;

    private DumpProcess() {}

    /** The number of a process is all that it takes. */
    public static void main(String[] args) {
        try {
            if (args.length == 1) {
                System.out.print(dump(args[0]));
                return;
            }
            System.err.println(usage());
        } catch (InstanceNotFoundException none) {
            System.err.println(
                    "process " + args[0] + " has no event loops of Javait, or none that has run for a second");
        } catch (AttachNotSupportedException | IOException | JMException failed) {
            System.err.println("cannot look into process " + args[0] + ": " + failed.getMessage());
        } catch (NoClassDefFoundError missing) {
            System.err.println("the java command of a whole JDK is needed, with the module jdk.attach");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        System.exit(1);
    }

    private static String usage() {
        StringBuilder text = new StringBuilder("java -jar javait-runtime.jar PID, of one of these:");
        for (VirtualMachineDescriptor process : VirtualMachine.list()) {
            text.append(System.lineSeparator()).append(process.id()).append(' ');
            text.append(process.displayName().split(" ", 2)[0]);
        }
        return text.toString();
    }

    @SuppressWarnings("BanJNDI") // the address is what the JVM said, of its own management on this machine
    private static String dump(String pid)
            throws AttachNotSupportedException, IOException, JMException, InterruptedException {
        VirtualMachine process = VirtualMachine.attach(pid);
        JMXServiceURL address;
        try {
            address = new JMXServiceURL(process.startLocalManagementAgent());
        } finally {
            process.detach();
        }
        try (JMXConnector connector = JMXConnectorFactory.connect(address)) {
            return dump(connector.getMBeanServerConnection());
        }
    }

    private static String dump(MBeanServerConnection server) throws IOException, JMException, InterruptedException {
        ObjectName loops = new ObjectName(EventLoopsMXBean.NAME);
        for (int waited = 0; waited < MILLIS_FOR_THE_BEAN && !server.isRegistered(loops); waited += MILLIS_BETWEEN) {
            Thread.sleep(MILLIS_BETWEEN);
        }
        return (String) server.invoke(loops, "dump", new Object[0], new String[0]);
    }
}
