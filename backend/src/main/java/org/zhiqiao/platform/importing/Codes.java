package org.zhiqiao.platform.importing;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhiqiao.platform.taxonomy.Scheme;
import org.zhiqiao.platform.taxonomy.Vocabulary;

/** Understands an entry of a vocabulary by its code or by its name in either language. */
@Component
class Codes {

	private final Vocabulary vocabulary;

	Codes(Vocabulary vocabulary) {
		this.vocabulary = vocabulary;
	}

	Optional<String> find(Scheme scheme, String written) {
		var wanted = plain(written);
		if (this.vocabulary.knows(scheme, written)) {
			return Optional.of(written);
		}
		return Optional.ofNullable(names(scheme).get(wanted));
	}

	private Map<String, String> names(Scheme scheme) {
		var names = new HashMap<String, String>();
		for (var term : this.vocabulary.terms(scheme)) {
			add(names, term.code(), term.code());
			add(names, term.label().zh(), term.code());
			add(names, term.label().en(), term.code());
		}
		return names;
	}

	private static void add(Map<String, String> names, @Nullable String name, String code) {
		if (name != null) {
			names.putIfAbsent(plain(name), code);
		}
	}

	private static String plain(String text) {
		return text.strip().toLowerCase(Locale.ROOT).replace('（', '(').replace('）', ')');
	}

}
