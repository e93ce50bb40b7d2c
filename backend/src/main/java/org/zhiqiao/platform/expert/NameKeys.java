package org.zhiqiao.platform.expert;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import com.ibm.icu.text.Transliterator;
import org.jspecify.annotations.Nullable;

/**
 * Normal forms of names, by which the same name is recognised in other spellings: Chinese in simplified characters; Latin
 * without accents, in any order of its parts; and the pinyin of a Chinese name, so that 张晓梅 meets Xiaomei Zhang.
 */
final class NameKeys {

	private static final Transliterator SIMPLIFIED = Transliterator.getInstance("Traditional-Simplified");

	private static final Transliterator PINYIN = Transliterator.getInstance("Han-Latin/Names; Latin-ASCII; Lower");

	private static final Transliterator LATIN = Transliterator
			.getInstance("Any-Latin; NFD; [:M:] Remove; Latin-ASCII; Lower");

	private static final Pattern MARKS = Pattern.compile("\\p{M}+");

	private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

	private static final Pattern JOINERS = Pattern.compile("[-‐‑'’ʼ`.]");

	private static final Pattern HAN = Pattern.compile("[\\p{IsHan}·・\\s]+");

	private static final Map<String, String> UMLAUTS = Map.of("ä", "ae", "ö", "oe", "ü", "ue", "å", "aa", "ø", "oe");

	private static final Set<String> DOUBLE_SURNAMES = Set.of("欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容",
			"令狐",
			"司徒", "夏侯", "宇文", "长孙", "端木", "轩辕", "南宫", "百里", "呼延", "完颜", "申屠", "拓跋", "澹台", "闻人");

	private NameKeys() {}

	/** All keys of a person's names; two people who share one have the same name. */
	static Set<String> of(Names names) {
		var keys = new LinkedHashSet<String>();
		var all = new ArrayList<String>();
		addIfPresent(all, names.zh());
		addIfPresent(all, names.latin());
		addIfPresent(all, names.nativeScript());
		all.addAll(names.others());
		for (var name : all) {
			if (HAN.matcher(name).matches()) {
				keys.addAll(ofHan(name));
			} else {
				keys.addAll(ofLetters(name));
			}
		}
		keys.removeIf((key) -> key.length() < 2);
		return keys;
	}

	/** Without case, accents and punctuation, Chinese simplified, parts joined by single spaces: for names of organisations. */
	static String plain(String text) {
		var folded = Normalizer.normalize(SIMPLIFIED.transliterate(text), Normalizer.Form.NFKD);
		return NOT_WORD.matcher(MARKS.matcher(folded).replaceAll("").toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
	}

	private static void addIfPresent(List<String> list, @Nullable String name) {
		if (name != null) {
			list.add(name);
		}
	}

	private static List<String> ofHan(String name) {
		var han = NOT_WORD.matcher(SIMPLIFIED.transliterate(Normalizer.normalize(name, Normalizer.Form.NFKC)))
				.replaceAll("");
		var keys = new ArrayList<String>();
		keys.add(shortened(han));
		if (han.length() >= 2 && han.length() <= 5) {
			var reading = PINYIN.transliterate(han).strip();
			var letters = reading.replaceAll("[^a-z]", "");
			var surname = (han.length() > 2 && DOUBLE_SURNAMES.contains(han.substring(0, 2))) ? 2 : 1;
			var family = family(han, surname, NOT_WORD.split(reading), letters);
			keys.add(sorted(List.of(family, letters.substring(family.length()))));
		}
		return keys;
	}

	/** The surname's reading within the whole name, since some characters read differently as a surname. */
	private static String family(String han, int surname, String[] syllables, String letters) {
		if (syllables.length == han.length()) {
			return String.join("", List.of(syllables).subList(0, surname));
		}
		var alone = PINYIN.transliterate(han.substring(0, surname)).replaceAll("[^a-z]", "");
		return letters.startsWith(alone) ? alone : letters.substring(0, Math.min(letters.length(), alone.length()));
	}

	private static List<String> ofLetters(String name) {
		var keys = new ArrayList<String>();
		keys.add(letters(name));
		var spelled = name.toLowerCase(Locale.ROOT);
		for (var umlaut : UMLAUTS.entrySet()) {
			spelled = spelled.replace(umlaut.getKey(), umlaut.getValue());
		}
		keys.add(letters(spelled));
		return keys;
	}

	private static String letters(String name) {
		var latin = LATIN
				.transliterate(JOINERS.matcher(Normalizer.normalize(name, Normalizer.Form.NFC)).replaceAll(""));
		return sorted(List.of(NOT_WORD.split(latin.strip())));
	}

	private static String sorted(List<String> parts) {
		return shortened(String.join(" ", parts.stream().filter((part) -> !part.isBlank()).sorted().toList()));
	}

	private static String shortened(String key) {
		return (key.length() > 200) ? key.substring(0, 200) : key;
	}

}
