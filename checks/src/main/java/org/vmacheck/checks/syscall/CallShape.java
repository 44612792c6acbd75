package org.vmacheck.checks.syscall;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.vmacheck.checks.syscall.SystemCall.Page;
import org.vmacheck.checks.syscall.SystemCall.Range;

/**
 * The text form of one kind of call, read from its record: the name, and what each argument looks
 * like.
 */
public final class CallShape {

  private static final Map<Class<?>, CallShape> BY_TYPE = new LinkedHashMap<>();
  private static final Map<String, CallShape> BY_NAME = new LinkedHashMap<>();

  static {
    for (Class<?> type : SystemCall.class.getPermittedSubclasses()) {
      CallShape shape = new CallShape(type);
      BY_TYPE.put(type, shape);
      BY_NAME.put(shape.name, shape);
    }
  }

  private final Class<?> type;
  private final String name;
  private final List<Parameter> parameters = new ArrayList<>();

  /**
   * @param words how many arguments it takes in the text: a range takes two
   * @param byDefault null if it must be there
   */
  private record Parameter(RecordComponent component, int words, Object byDefault) {}

  private CallShape(Class<?> type) {
    this.type = type;
    this.name = type.getSimpleName().replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    for (RecordComponent component : type.getRecordComponents()) {
      SystemCall.Else byDefault = component.getAnnotation(SystemCall.Else.class);
      parameters.add(
          new Parameter(
              component,
              component.getType() == Range.class ? 2 : 1,
              byDefault == null ? null : value(component, List.of(new Word(byDefault.value())))));
    }
  }

  /** All of them, in the order of their records. */
  public static List<CallShape> all() {
    return List.copyOf(BY_TYPE.values());
  }

  static CallShape of(SystemCall call) {
    return BY_TYPE.get(call.getClass());
  }

  /** As the text spells the function. */
  public String name() {
    return name;
  }

  /** {@code mprotect(start, pages, prot)}; what may be left out stands in brackets. */
  public String usage() {
    StringBuilder text = new StringBuilder(name).append('(');
    String separator = "";
    for (Parameter parameter : parameters) {
      String argument =
          parameter.words == 2 ? "start, pages" : kernelName(parameter.component.getName());
      text.append(parameter.byDefault == null ? separator + argument : "[" + separator + argument)
          .append(parameter.byDefault == null ? "" : "]");
      separator = ", ";
    }
    return text.append(')').toString();
  }

  private static String kernelName(String component) {
    return component.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }

  /**
   * The call of a name with arguments.
   *
   * @param words the arguments; where one is wrong, the exception names it
   * @throws BadCall if there is none of that name, or an argument is not what it must be
   */
  public static SystemCall read(Word function, List<Word> words) {
    CallShape shape = BY_NAME.get(function.text());
    if (shape == null) {
      throw BadCall.unknown(function, "system call", BY_NAME.keySet(), "system calls");
    }
    return shape.fill(function, words);
  }

  private SystemCall fill(Word function, List<Word> words) {
    Object[] arguments = new Object[parameters.size()];
    int next = 0;
    for (int i = 0; i < arguments.length; i++) {
      Parameter parameter = parameters.get(i);
      if (next == words.size() && parameter.byDefault != null) {
        arguments[i] = parameter.byDefault;
        continue;
      }
      if (next + parameter.words > words.size()) {
        throw new BadCall(function, "too few arguments, expected " + usage());
      }
      arguments[i] = value(parameter.component, words.subList(next, next + parameter.words));
      next += parameter.words;
    }
    if (next < words.size()) {
      throw new BadCall(words.get(next), "too many arguments, expected " + usage());
    }
    return make(arguments);
  }

  private SystemCall make(Object[] arguments) {
    Constructor<?> constructor = type.getDeclaredConstructors()[0];
    try {
      return (SystemCall) constructor.newInstance(arguments);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(type + " cannot be made", impossible);
    }
  }

  private static Object value(RecordComponent component, List<Word> words) {
    Class<?> type = component.getType();
    Word first = words.get(0);
    if (type == Range.class) {
      return new Range(first.number("a page"), words.get(1).number("a number of pages"));
    } else if (type == Page.class) {
      return new Page(first.number("a page"));
    } else if (type == int.class) {
      return first.number("a number");
    } else if (type == String.class) {
      return first.name("a " + kernelName(component.getName()));
    } else if (type == Set.class) {
      return first.flags(flagType(component));
    } else if (type == SystemCall.class) {
      return first.call();
    }
    return first.constant(type);
  }

  private static Class<?> flagType(RecordComponent component) {
    return (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
  }

  /** Trailing arguments that are what they are when left out are left out. */
  String text(SystemCall call) {
    List<String> texts = new ArrayList<>();
    List<String> pending = new ArrayList<>();
    for (Parameter parameter : parameters) {
      Object value = get(parameter.component, call);
      pending.add(text(parameter.component, value));
      if (!value.equals(parameter.byDefault)) {
        texts.addAll(pending);
        pending.clear();
      }
    }
    return name + "(" + String.join(", ", texts) + ")";
  }

  private static String text(RecordComponent component, Object value) {
    if (value instanceof Range range) {
      return range.start() + ", " + range.pages();
    } else if (value instanceof Page page) {
      return String.valueOf(page.number());
    } else if (value instanceof Set<?> flags) {
      return Word.flagsText(flagType(component), flags);
    } else if (value instanceof SystemCall nested) {
      return nested.text();
    }
    return value.equals("") ? "0" : String.valueOf(value);
  }

  int end(SystemCall call) {
    return parameters.stream()
        .map(parameter -> get(parameter.component, call))
        .mapToInt(CallShape::end)
        .max()
        .orElse(0);
  }

  private static int end(Object value) {
    if (value instanceof Range range) {
      return range.end();
    } else if (value instanceof Page page) {
      return page.number() + 1;
    }
    return value instanceof SystemCall nested ? nested.end() : 0;
  }

  private static Object get(RecordComponent component, SystemCall call) {
    try {
      return component.getAccessor().invoke(call);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(component + " cannot be read", impossible);
    }
  }
}
