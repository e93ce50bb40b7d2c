package org.zhiqiao.platform.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.openpdf.text.pdf.BaseFont;

/** Which font has a letter: the Chinese one first, another one for names from elsewhere; what neither has is still seen. */
final class Letters {

	/** A name or a phrase: its letters are of one font. */
	private static final Pattern PHRASE = Pattern
			.compile(
					"[\\p{IsLatin}\\p{IsGreek}\\p{IsCyrillic}][\\p{IsLatin}\\p{IsGreek}\\p{IsCyrillic}\\p{M}\\d .,'’-]*");

	/** The Chinese font sets it as wide as a Chinese letter. */
	private static final char APOSTROPHE = '’';

	private final BaseFont chinese;

	private final BaseFont others;

	Letters(Fonts fonts) {
		this.chinese = load("NotoSansSC-Regular.ttf", fonts.chinese());
		this.others = load("NotoSans-Regular.ttf", fonts.others());
	}

	private static BaseFont load(String name, byte[] font) {
		try {
			return BaseFont.createFont(name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, BaseFont.NOT_CACHED, font, null);
		} catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	/** A piece of a text, all of it in one font. */
	record Run(String text, BaseFont font) {

	}

	BaseFont chinese() {
		return this.chinese;
	}

	List<Run> runs(String given) {
		var text = Normalizer.normalize(given, Normalizer.Form.NFC);
		var runs = new ArrayList<Run>();
		var done = 0;
		var phrases = PHRASE.matcher(text);
		while (phrases.find()) {
			var phrase = phrases.group();
			if (needsOthers(phrase)) {
				chinese(runs, text.substring(done, phrases.start()));
				runs.add(new Run(phrase, this.others));
				done = phrases.end();
			}
		}
		chinese(runs, text.substring(done));
		return runs;
	}

	private boolean needsOthers(String phrase) {
		return phrase.codePoints().allMatch(this.others::charExists)
				&& phrase.codePoints().anyMatch(letter -> letter == APOSTROPHE || !this.chinese.charExists(letter));
	}

	private void chinese(List<Run> runs, String text) {
		if (!text.isEmpty()) {
			runs.add(new Run(shown(text), this.chinese));
		}
	}

	/** What no font has is shown as a mark with its number, so that nobody misses it. */
	private String shown(String text) {
		var shown = new StringBuilder();
		var missing = new ArrayList<String>();
		text.codePoints().forEach(letter -> {
			if (letter == '\n' || (this.chinese.charExists(letter) && !Character.isISOControl(letter))) {
				tell(shown, missing);
				shown.appendCodePoint(letter);
			} else if (Character.isISOControl(letter)) {
				tell(shown, missing);
				shown.append(' ');
			} else if (Character.getType(letter) != Character.FORMAT) {
				shown.append('〓');
				missing.add("U+%04X".formatted(letter));
			}
		});
		tell(shown, missing);
		return shown.toString();
	}

	private static void tell(StringBuilder shown, List<String> missing) {
		if (!missing.isEmpty()) {
			shown.append('〔').append(String.join(" ", missing)).append('〕');
			missing.clear();
		}
	}

	float width(String text, float size) {
		return (float) runs(text).stream().mapToDouble(run -> run.font().getWidthPoint(run.text(), size)).sum();
	}

}
