package org.zhiqiao.search.lucene;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.zhiqiao.search.Audience;
import org.zhiqiao.search.CefrLevel;
import org.zhiqiao.search.CountryExperience;
import org.zhiqiao.search.ExpertDocument;
import org.zhiqiao.search.ExpertFacts;
import org.zhiqiao.search.FactGroup;
import org.zhiqiao.search.LanguageSkill;
import org.zhiqiao.search.Piece;
import org.zhiqiao.search.text.Thesaurus;

/**
 * The facts of a person as bytes beside the record, each group with the circle that may see it.
 */
final class StoredFacts {

	private static final int NO_YEAR = Integer.MIN_VALUE;

	private static final Audience[] AUDIENCES = Audience.values();

	private static final CefrLevel[] LEVELS = CefrLevel.values();

	private StoredFacts() {}

	/**
	 * Writes the facts of a document.
	 * @param evidenced concepts found in evidence, with the widest circle that may see such a
	 * piece
	 */
	static BytesRef write(ExpertDocument document, Map<String, Audience> evidenced) {
		PackedWriter out = new PackedWriter();
		out.large(document.id());
		out.large(document.updatedEpochMs());
		out.flag(document.verified());
		for (Audience audience : AUDIENCES) {
			out.number(visible(document.pieces(), document.basicsAudience(), audience));
		}
		out.small(document.audienceOf(FactGroup.EXPERTISE).level());
		write(out, document.domains());
		write(out, document.industries());
		out.small(document.audienceOf(FactGroup.LANGUAGES).level());
		out.number(document.languages().size());
		for (LanguageSkill skill : document.languages()) {
			out.text(skill.code());
			out.small(skill.level().step());
		}
		out.small(document.audienceOf(FactGroup.COUNTRIES).level());
		out.number(document.countries().size());
		for (CountryExperience experience : document.countries()) {
			out.text(experience.alpha2());
			out.text(experience.kind());
			out.signed((experience.from() != null) ? experience.from() : NO_YEAR);
			out.signed((experience.to() != null) ? experience.to() : NO_YEAR);
		}
		out.small(document.audienceOf(FactGroup.COMPETENCES).level());
		write(out, document.competences());
		out.small(document.audienceOf(FactGroup.OFFERS).level());
		write(out, document.offers());
		out.small(document.audienceOf(FactGroup.PLACE).level());
		out.text(document.city());
		out.text(document.residence());
		out.small(document.audienceOf(FactGroup.AVAILABILITY).level());
		out.flag(document.available());
		out.number(evidenced.size());
		for (Map.Entry<String, Audience> entry : evidenced.entrySet()) {
			out.text(entry.getKey());
			out.small(entry.getValue().level());
		}
		return out.bytes();
	}

	private static int visible(List<Piece> pieces, Audience basics, Audience viewer) {
		return Math
				.toIntExact(pieces.stream().filter((piece) -> viewer.sees(basics.stricter(piece.audience()))).count());
	}

	/**
	 * Reads what the viewer may know.
	 */
	static ExpertFacts read(BytesRef bytes, Audience viewer, Thesaurus thesaurus) {
		PackedReader in = new PackedReader(bytes);
		long id = in.large();
		long updated = in.large();
		boolean verified = in.flag();
		int pieces = 0;
		for (Audience audience : AUDIENCES) {
			int visible = in.number();
			pieces = (audience == viewer) ? visible : pieces;
		}
		boolean seen = sees(viewer, in);
		List<String> domains = strings(in, seen);
		List<String> industries = strings(in, seen);
		List<LanguageSkill> languages = languages(in, sees(viewer, in));
		List<CountryExperience> countries = countries(in, sees(viewer, in));
		List<String> competences = strings(in, sees(viewer, in));
		List<String> offers = strings(in, sees(viewer, in));
		seen = sees(viewer, in);
		String city = in.text();
		String residence = in.text();
		boolean placeSeen = seen;
		boolean availabilitySeen = sees(viewer, in);
		boolean available = in.flag() && availabilitySeen;
		int count = in.number();
		Set<String> evidenced = HashSet.newHashSet(count);
		for (int i = 0; i < count; i++) {
			String code = in.text();
			if (sees(viewer, in)) {
				evidenced.add(code);
			}
		}
		Set<String> all = new LinkedHashSet<>(domains);
		all.addAll(evidenced);
		return new ExpertFacts(id, domains, evidenced, thesaurus.closureOf(all), industries, languages, countries,
				competences, offers, placeSeen ? city : "", placeSeen ? residence : "", verified, available, pieces,
				updated);
	}

	private static boolean sees(Audience viewer, PackedReader in) {
		return viewer.sees(AUDIENCES[in.small()]);
	}

	private static void write(PackedWriter out, List<String> values) {
		out.number(values.size());
		for (String value : values) {
			out.text(value);
		}
	}

	private static List<String> strings(PackedReader in, boolean seen) {
		int count = in.number();
		List<String> values = new ArrayList<>(count);
		for (int i = 0; i < count; i++) {
			values.add(in.text());
		}
		return seen ? List.copyOf(values) : List.of();
	}

	private static List<LanguageSkill> languages(PackedReader in, boolean seen) {
		int count = in.number();
		List<LanguageSkill> values = new ArrayList<>(count);
		for (int i = 0; i < count; i++) {
			values.add(new LanguageSkill(in.text(), LEVELS[in.small() - 1]));
		}
		return seen ? List.copyOf(values) : List.of();
	}

	private static List<CountryExperience> countries(PackedReader in, boolean seen) {
		int count = in.number();
		List<CountryExperience> values = new ArrayList<>(count);
		for (int i = 0; i < count; i++) {
			values.add(new CountryExperience(in.text(), in.text(), year(in.signed()), year(in.signed())));
		}
		return seen ? List.copyOf(values) : List.of();
	}

	private static @Nullable Integer year(int stored) {
		return (stored != NO_YEAR) ? stored : null;
	}

}
