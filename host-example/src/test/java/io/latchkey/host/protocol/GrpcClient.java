package io.latchkey.host.protocol;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.TextFormat;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import io.latchkey.endpoint.proto.ProtoFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.concurrent.atomic.AtomicReference;

/** A client by grpc-java, which knows the messages by the published {@code .proto} files alone. */
final class GrpcClient implements AutoCloseable {

  static final String MANAGEMENT = "zitadel.management.v1.ManagementService";
  static final String USER = "zitadel.user.v2.UserService";

  private final ManagedChannel channel;
  private final AtomicReference<Metadata> headers = new AtomicReference<>();
  private final AtomicReference<Metadata> trailers = new AtomicReference<>();
  private CallOptions options = CallOptions.DEFAULT;

  private GrpcClient(NettyChannelBuilder channel) {
    this.channel = channel.build();
  }

  static GrpcClient inClear(URI uri) {
    return new GrpcClient(
        NettyChannelBuilder.forAddress(uri.getHost(), uri.getPort()).usePlaintext());
  }

  static GrpcClient overTls(URI uri, X509Certificate trusted) throws IOException {
    return new GrpcClient(
        NettyChannelBuilder.forAddress(uri.getHost(), uri.getPort())
            .sslContext(GrpcSslContexts.forClient().trustManager(trusted).build()));
  }

  GrpcClient with(CallOptions changed) {
    options = changed;
    return this;
  }

  DynamicMessage call(String service, String name, String token, String request) {
    Channel intercepted =
        ClientInterceptors.intercept(
            channel,
            MetadataUtils.newAttachHeadersInterceptor(metadata(token)),
            MetadataUtils.newCaptureMetadataInterceptor(headers, trailers));
    MethodDescriptor<DynamicMessage, DynamicMessage> method = method(service, name);
    return ClientCalls.blockingUnaryCall(
        intercepted, method, options, message(service, name, request));
  }

  Channel channel() {
    return channel;
  }

  /** The headers of the last answer. */
  Metadata headers() {
    return headers.get();
  }

  static Metadata metadata(String token) {
    Metadata metadata = new Metadata();
    metadata.put(key("authorization"), "Bearer " + token);
    metadata.put(key("x-zitadel-orgid"), AcmeHost.ORGANIZATION);
    return metadata;
  }

  static Metadata.Key<String> key(String name) {
    return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
  }

  static DynamicMessage message(String service, String name, String text) {
    DynamicMessage.Builder message =
        DynamicMessage.newBuilder(
            ProtoFiles.service(service).findMethodByName(name).getInputType());
    try {
      TextFormat.merge(text, message);
      return message.build();
    } catch (TextFormat.ParseException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static Object field(DynamicMessage message, String... path) {
    Object value = message;
    for (String name : path) {
      DynamicMessage parent = (DynamicMessage) value;
      value = parent.getField(parent.getDescriptorForType().findFieldByName(name));
    }
    return value;
  }

  static MethodDescriptor<DynamicMessage, DynamicMessage> method(String service, String name) {
    var method = ProtoFiles.service(service).findMethodByName(name);
    return MethodDescriptor.<DynamicMessage, DynamicMessage>newBuilder()
        .setType(MethodDescriptor.MethodType.UNARY)
        .setFullMethodName(MethodDescriptor.generateFullMethodName(service, name))
        .setRequestMarshaller(new Marshaller(method.getInputType()))
        .setResponseMarshaller(new Marshaller(method.getOutputType()))
        .build();
  }

  @Override
  public void close() {
    channel.shutdownNow();
  }

  private record Marshaller(Descriptor type)
      implements MethodDescriptor.Marshaller<DynamicMessage> {

    @Override
    public InputStream stream(DynamicMessage message) {
      return message.toByteString().newInput();
    }

    @Override
    public DynamicMessage parse(InputStream stream) {
      try {
        return DynamicMessage.parseFrom(type, stream);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
