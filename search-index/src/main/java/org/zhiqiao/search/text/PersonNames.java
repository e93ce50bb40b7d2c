package org.zhiqiao.search.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.ibm.icu.text.Transliterator;
import org.jspecify.annotations.Nullable;

/**
 * The forms under which a person's name is looked for: characters, pinyin written together or
 * apart, given name first or last, initials; other scripts by their Latin letters.
 */
public final class PersonNames {

	private static final Set<String> DOUBLE_SURNAMES = Set.of("欧阳", "司马", "上官", "诸葛", "夏侯", "皇甫", "尉迟", "公孙", "慕容",
			"令狐", "宇文", "长孙", "司徒", "司空", "东方", "独孤", "南宫", "端木", "百里", "申屠", "轩辕", "呼延", "澹台", "淳于", "太史", "公冶",
			"宗政", "濮阳", "单于", "拓跋", "钟离", "闻人", "赫连", "闾丘", "鲜于", "西门", "东郭");

	private static final Transliterator PINYIN = Transliterator.getInstance("Han-Latin/Names");

	private static final Transliterator LATIN = Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower");

	/** Put before a character to hear how it is read when it is not the surname; makes no double surname with any. */
	private static final String SURNAME = "王";

	/** How a character is read that begins a name; null until somebody asks. */
	private static final @Nullable String[] FIRST = new String[Character.MAX_VALUE + 1];

	/** How a character is read within a name; null until somebody asks. */
	private static final @Nullable String[] LATER = new String[Character.MAX_VALUE + 1];

	private PersonNames() {}

	/**
	 * All terms under which the name can be found.
	 */
	public static Set<String> terms(String name) {
		Set<String> terms = new LinkedHashSet<>();
		String folded = Folding.fold(name).strip();
		StringBuilder han = new StringBuilder();
		StringBuilder other = new StringBuilder();
		for (int i = 0; i < folded.length(); i++) {
			char character = folded.charAt(i);
			boolean isHan = Folding.isHan(character);
			(isHan ? han : other).append(character);
			if (isHan) {
				other.append(' ');
			}
		}
		if (!han.isEmpty()) {
			chinese(han.toString(), terms);
		}
		alphabetic(other.toString(), terms);
		return terms;
	}

	private static void chinese(String name, Set<String> terms) {
		terms.add(name);
		// shorter ends, so that the given name alone is found; starts are found by prefix
		for (int i = 1; i < name.length(); i++) {
			terms.add(name.substring(i));
		}
		List<String> syllables = syllables(name);
		if (syllables.size() != name.length()) {
			return;
		}
		int surname = (name.length() > 2 && DOUBLE_SURNAMES.contains(name.substring(0, 2))) ? 2 : 1;
		for (List<String> reading : readings(syllables)) {
			terms.addAll(reading);
			String family = String.join("", reading.subList(0, Math.min(surname, reading.size())));
			String given = String.join("", reading.subList(Math.min(surname, reading.size()), reading.size()));
			terms.add(family);
			terms.add(given);
			terms.add(family + given);
			terms.add(given + family);
			StringBuilder initials = new StringBuilder();
			reading.forEach((syllable) -> initials.append(syllable.charAt(0)));
			terms.add(initials.toString());
		}
		terms.remove("");
	}

	/**
	 * Pinyin has ü, which is typed as u, v or yu.
	 */
	private static List<List<String>> readings(List<String> syllables) {
		if (syllables.stream().noneMatch((syllable) -> syllable.indexOf('ü') >= 0)) {
			return List.of(syllables);
		}
		List<List<String>> readings = new ArrayList<>();
		for (String replacement : List.of("u", "v", "yu")) {
			readings.add(syllables.stream().map((syllable) -> syllable.replace("ü", replacement)).toList());
		}
		return readings;
	}

	/**
	 * Surnames have readings of their own, of one character and of two; what follows does not depend on them.
	 */
	private static List<String> syllables(String name) {
		if (DOUBLE_SURNAMES.stream().anyMatch(name::startsWith)) {
			return transliterated(name);
		}
		List<String> syllables = new ArrayList<>(name.length());
		for (int i = 0; i < name.length(); i++) {
			String syllable = (i == 0) ? first(name.charAt(i)) : later(name.charAt(i));
			if (syllable.isEmpty()) {
				return transliterated(name);
			}
			syllables.add(syllable);
		}
		return syllables;
	}

	private static String first(char character) {
		String known = FIRST[character];
		if (known == null) {
			List<String> read = Folding.isHan(character) ? transliterated(String.valueOf(character)) : List.of();
			known = (read.size() == 1) ? read.getFirst() : "";
			FIRST[character] = known;
		}
		return known;
	}

	private static String later(char character) {
		String known = LATER[character];
		if (known == null) {
			List<String> read = Folding.isHan(character) ? transliterated(SURNAME + character) : List.of();
			known = (read.size() == 2) ? read.getLast() : "";
			LATER[character] = known;
		}
		return known;
	}

	private static List<String> transliterated(String han) {
		List<String> syllables = new ArrayList<>();
		for (String syllable : PINYIN.transliterate(han).strip().split("[\\s'’]+", -1)) {
			String plain = withoutTones(syllable);
			if (!plain.isEmpty()) {
				syllables.add(plain);
			}
		}
		return syllables;
	}

	private static String withoutTones(String syllable) {
		StringBuilder plain = new StringBuilder();
		String decomposed = java.text.Normalizer.normalize(syllable.toLowerCase(Locale.ROOT),
				java.text.Normalizer.Form.NFD);
		for (int i = 0; i < decomposed.length(); i++) {
			char character = decomposed.charAt(i);
			if (character >= 'a' && character <= 'z') {
				plain.append(character);
			} else if (character == '\u0308' && !plain.isEmpty() && plain.charAt(plain.length() - 1) == 'u') {
				plain.setCharAt(plain.length() - 1, 'ü');
			}
		}
		return plain.toString();
	}

	private static void alphabetic(String name, Set<String> terms) {
		alphabeticForm(name, terms);
		String german = name.replace("ä", "ae")
				.replace("ö", "oe")
				.replace("ü", "ue")
				.replace("Ä", "Ae")
				.replace("Ö", "Oe")
				.replace("Ü", "Ue");
		if (!german.equals(name)) {
			alphabeticForm(german, terms);
		}
	}

	private static void alphabeticForm(String name, Set<String> terms) {
		// in the original script as well, then by its Latin letters
		List<String> words = new ArrayList<>();
		for (String word : Analysis.plainWords(name)) {
			String lower = word.toLowerCase(Locale.ROOT);
			terms.add(lower);
			String latin = latin(lower);
			if (!latin.isEmpty()) {
				words.add(latin);
			}
		}
		terms.addAll(words);
		if (words.size() > 1 && words.size() <= 6) {
			terms.add(String.join("", words));
			List<String> turned = new ArrayList<>(words);
			turned.addFirst(turned.removeLast());
			terms.add(String.join("", turned));
			// Xiao-Mei Zhang is also looked for as xiaomei
			for (int i = 0; i + 1 < words.size(); i++) {
				terms.add(words.get(i) + words.get(i + 1));
			}
		}
	}

	/**
	 * A key that orders names of any script as an index of persons does: Chinese ones by pinyin.
	 */
	public static String sortKey(String zh, String latin, String nativeScript) {
		if (!zh.isBlank() && Folding.hasHan(zh)) {
			return String.join(" ", syllables(Folding.fold(zh))) + " " + zh;
		}
		String name = !latin.isBlank() ? latin : !zh.isBlank() ? zh : nativeScript;
		return latin(name);
	}

	/**
	 * A key that orders titles of any script: Chinese ones by pinyin.
	 */
	public static String titleKey(String title) {
		return latin(Folding.fold(title));
	}

	/**
	 * The Latin letters of a text in lower case, without marks.
	 */
	static String latin(String text) {
		boolean plain = true;
		for (int i = 0; plain && i < text.length(); i++) {
			char character = text.charAt(i);
			plain = (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9');
		}
		return plain ? text : LATIN.transliterate(text).replaceAll("[^a-z0-9 ]", "").strip();
	}

	/**
	 * A typed word as the terms of names are written: Latin letters without marks; what has no
	 * Latin letters at all stays as it is.
	 */
	public static String plain(String word) {
		String latin = latin(word);
		return latin.isEmpty() ? word : latin;
	}

	/**
	 * The terms of a name that was typed into a search box.
	 */
	public static List<String> typed(String text) {
		List<String> words = new ArrayList<>();
		for (String word : Analysis.plainWords(Folding.fold(text))) {
			words.add(word.toLowerCase(Locale.ROOT));
		}
		return words;
	}

}
