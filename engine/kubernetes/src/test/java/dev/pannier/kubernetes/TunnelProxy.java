package dev.pannier.kubernetes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy that leads every connection to one server, once it was shown the right password. */
final class TunnelProxy implements AutoCloseable {

  private final ServerSocket socket;
  private final int server;
  private final String authorization;
  private final List<String> targets = new CopyOnWriteArrayList<>();

  TunnelProxy(int server, String authorization) throws IOException {
    this.socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    this.server = server;
    this.authorization = authorization;
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return socket.getLocalPort();
  }

  /** Where to it was asked to lead. */
  List<String> targets() {
    return targets;
  }

  private void accept() {
    try {
      while (true) {
        Socket client = socket.accept();
        Thread.ofVirtual().start(() -> serve(client));
      }
    } catch (IOException _) {
      // closed
    }
  }

  private void serve(Socket client) {
    try (client) {
      BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII), 1);
      targets.add(reader.readLine());
      boolean allowed = false;
      for (String line = reader.readLine(); !line.isEmpty(); line = reader.readLine()) {
        allowed |= line.equalsIgnoreCase("Proxy-Authorization: " + authorization);
      }
      answer(client, allowed ? "200 Connected" : "407 Proxy Authentication Required");
      if (allowed) {
        tunnel(client);
      }
    } catch (IOException _) {
      // whoever asked is gone
    }
  }

  private static void answer(Socket client, String status) throws IOException {
    client.getOutputStream().write(("HTTP/1.1 " + status + "\r\n\r\n").getBytes());
  }

  private void tunnel(Socket client) throws IOException {
    try (Socket other = new Socket(InetAddress.getLoopbackAddress(), server)) {
      Thread back = Thread.ofVirtual().start(() -> copy(other, client));
      copy(client, other);
      back.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void copy(Socket from, Socket to) {
    try {
      OutputStream out = to.getOutputStream();
      from.getInputStream().transferTo(out);
      to.shutdownOutput();
    } catch (IOException _) {
      // one of them is gone
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
