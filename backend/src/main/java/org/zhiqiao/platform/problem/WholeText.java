package org.zhiqiao.platform.problem;

import org.springframework.stereotype.Component;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.module.SimpleModule;

/**
 * Whether a text is made of whole characters that people read. Half a character, which JSON can spell, or a control
 * character would break every later answer, export or row in which it stands.
 */
public final class WholeText {

	private WholeText() {}

	/** Whether a text can be kept and shown. */
	public static boolean is(String text) {
		int length = text.length();
		for (int i = 0; i < length; i++) {
			char unit = text.charAt(i);
			if (Character.isHighSurrogate(unit) && i + 1 < length && Character.isLowSurrogate(text.charAt(i + 1))) {
				i++;
			} else if (Character.isSurrogate(unit) || (unit < ' ' && !isSpace(unit)) || unit >= '\ufffe') {
				return false;
			}
		}
		return true;
	}

	/** Line ends, tabs and form feeds come along whenever somebody pastes. */
	private static boolean isSpace(char unit) {
		return unit >= '\t' && unit <= '\r';
	}

	/** Refuses any other text that a request brings, wherever in it. */
	@Component
	static final class Module extends SimpleModule {

		private static final long serialVersionUID = 1L;

		Module() {
			super("whole-text");
			addDeserializer(String.class, new Reader());
		}

	}

	private static final class Reader extends StdScalarDeserializer<String> {

		private Reader() {
			super(String.class);
		}

		@Override
		public String deserialize(JsonParser parser, DeserializationContext context) {
			String text = StringDeserializer.instance.deserialize(parser, context);
			if (text != null && !is(text)) {
				throw new Broken(parser);
			}
			return text;
		}

	}

	/** A text that is none; where it stood is known to those who pass it on. */
	static final class Broken extends MismatchedInputException {

		private static final long serialVersionUID = 1L;

		private Broken(JsonParser parser) {
			super(parser, "Not made of whole characters", String.class);
		}

	}

}
