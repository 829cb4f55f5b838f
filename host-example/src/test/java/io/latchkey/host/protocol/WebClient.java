package io.latchkey.host.protocol;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.google.protobuf.DynamicMessage;
import io.latchkey.endpoint.proto.ProtoFiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** gRPC-web and Connect by hand, as their specifications have them. */
final class WebClient {

  private final HttpClient http;
  private final URI base;

  WebClient(URI base, HttpClient.Version version) {
    this.base = base;
    this.http = HttpClient.newBuilder().version(version).build();
  }

  HttpRequest.Builder request(String path, String contentType, String token) {
    return HttpRequest.newBuilder(URI.create(base + "/" + path))
        .header("Content-Type", contentType)
        .header("Authorization", "Bearer " + token)
        .header("x-zitadel-orgid", AcmeHost.ORGANIZATION);
  }

  HttpResponse<byte[]> send(HttpRequest.Builder request, byte[] body) throws Exception {
    return http.send(
        request.POST(BodyPublishers.ofByteArray(body)).build(), BodyHandlers.ofByteArray());
  }

  HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), BodyHandlers.ofByteArray());
  }

  static byte[] frame(int flag, byte[] content) {
    return ByteBuffer.allocate(5 + content.length)
        .put((byte) flag)
        .putInt(content.length)
        .put(content)
        .array();
  }

  /** The message of an answer in gRPC-web, whose second frame says that all is well. */
  static DynamicMessage message(String service, String name, byte[] body) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(body);
    int flag = in.get();
    byte[] message = new byte[in.getInt()];
    in.get(message);
    byte[] rest = new byte[in.remaining()];
    in.get(rest);
    byte[] trailers = "grpc-status:0\r\n".getBytes(US_ASCII);
    if (!Arrays.equals(rest, frame(0x80, trailers))) {
      throw new AssertionError("trailers " + Base64.getEncoder().encodeToString(rest));
    }
    return bare(service, name, flag == 1 ? unpack(message) : message);
  }

  /** The message of an answer in Connect. */
  static DynamicMessage bare(String service, String name, byte[] body) throws IOException {
    return DynamicMessage.parseFrom(
        ProtoFiles.service(service).findMethodByName(name).getOutputType(), body);
  }

  static byte[] pack(byte[] content) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(content);
    }
    return packed.toByteArray();
  }

  static byte[] unpack(byte[] content) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(content))) {
      return in.readAllBytes();
    }
  }
}
