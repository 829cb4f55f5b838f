package io.latchkey.core.provider;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes the class loader of a jar that of the thread while code of the jar runs. Many libraries
 * look there for their own parts.
 */
final class ContextClassLoader {

  private ContextClassLoader() {}

  static <T> T during(ClassLoader loader, Supplier<T> code) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      return code.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** An object of the SPI whose methods, and those of the features that it hands out, run so. */
  static <T> T around(Class<T> type, T target, ClassLoader loader) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(), new Class<?>[] {type}, new Around(target, loader)));
  }

  private record Around(Object target, ClassLoader loader) implements InvocationHandler {

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
        throws Throwable {
      Thread thread = Thread.currentThread();
      ClassLoader before = thread.getContextClassLoader();
      thread.setContextClassLoader(loader);
      try {
        Object result = method.invoke(target, arguments);
        return result instanceof Optional<?> feature ? around(method, feature) : result;
      } catch (InvocationTargetException e) {
        throw e.getCause() == null ? e : e.getCause();
      } finally {
        thread.setContextClassLoader(before);
      }
    }

    /** Optional features of the SPI are interfaces, all other values are classes. */
    private Optional<?> around(Method method, Optional<?> result) {
      return method.getGenericReturnType() instanceof ParameterizedType returned
              && returned.getActualTypeArguments()[0] instanceof Class<?> type
              && type.isInterface()
              && !type.isSealed()
          ? result.map(feature -> wrap(type, feature))
          : result;
    }

    private <T> T wrap(Class<T> type, Object feature) {
      return ContextClassLoader.around(type, type.cast(feature), loader);
    }
  }
}
