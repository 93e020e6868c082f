import com.amazonaws.services.dynamodbv2.local.main.ServerRunner;
import com.amazonaws.services.dynamodbv2.local.server.DynamoDBProxyServer;
import java.lang.reflect.Field;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * Amazon's DynamoDB Local on the loopback address only (it has no option for that), on any free port, which it prints.
 * It ends when its standard input does, so it cannot outlive whoever started it.
 *
 * Compiled beside this file, so that a JRE of Java 8 or later is enough; see README.md.
 */
public final class LoopbackDynamoDbLocal {
  public static void main(String[] options) throws Exception {
    DynamoDBProxyServer local = ServerRunner.createServerFromCommandLineArgs(options);
    Field field = DynamoDBProxyServer.class.getDeclaredField("server");
    field.setAccessible(true);
    Server server = (Server) field.get(local);
    ServerConnector connector = null;
    for (Connector each : server.getConnectors()) {
      connector = (ServerConnector) each;
      connector.setHost("127.0.0.1");
      connector.setPort(0);
    }
    local.start();
    System.out.println("listening on port " + connector.getLocalPort());
    while (System.in.read() != -1) {
      // Nothing is said here; only the end matters.
    }
    local.stop();
    System.exit(0);
  }
}
