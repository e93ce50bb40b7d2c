package org.zhiqiao.search.lucene;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (DataOutputStream out = new DataOutputStream(bytes)) {
			out.writeLong(document.id());
			out.writeLong(document.updatedEpochMs());
			out.writeBoolean(document.verified());
			for (Audience audience : AUDIENCES) {
				out.writeShort(Math.toIntExact(visible(document.pieces(), document.basicsAudience(), audience)));
			}
			out.writeByte(document.audienceOf(FactGroup.EXPERTISE).level());
			write(out, document.domains());
			write(out, document.industries());
			out.writeByte(document.audienceOf(FactGroup.LANGUAGES).level());
			out.writeShort(document.languages().size());
			for (LanguageSkill skill : document.languages()) {
				out.writeUTF(skill.code());
				out.writeByte(skill.level().step());
			}
			out.writeByte(document.audienceOf(FactGroup.COUNTRIES).level());
			out.writeShort(document.countries().size());
			for (CountryExperience experience : document.countries()) {
				out.writeUTF(experience.alpha2());
				out.writeUTF(experience.kind());
				out.writeInt((experience.from() != null) ? experience.from() : NO_YEAR);
				out.writeInt((experience.to() != null) ? experience.to() : NO_YEAR);
			}
			out.writeByte(document.audienceOf(FactGroup.COMPETENCES).level());
			write(out, document.competences());
			out.writeByte(document.audienceOf(FactGroup.OFFERS).level());
			write(out, document.offers());
			out.writeByte(document.audienceOf(FactGroup.PLACE).level());
			out.writeUTF(document.city());
			out.writeUTF(document.residence());
			out.writeByte(document.audienceOf(FactGroup.AVAILABILITY).level());
			out.writeBoolean(document.available());
			out.writeShort(evidenced.size());
			for (Map.Entry<String, Audience> entry : evidenced.entrySet()) {
				out.writeUTF(entry.getKey());
				out.writeByte(entry.getValue().level());
			}
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return new BytesRef(bytes.toByteArray());
	}

	private static long visible(List<Piece> pieces, Audience basics, Audience viewer) {
		long count = pieces.stream().filter((piece) -> viewer.sees(basics.stricter(piece.audience()))).count();
		return Math.min(count, Short.MAX_VALUE);
	}

	/**
	 * Reads what the viewer may know.
	 */
	static ExpertFacts read(BytesRef bytes, Audience viewer, Thesaurus thesaurus) {
		try (DataInputStream in = new DataInputStream(
				new ByteArrayInputStream(bytes.bytes, bytes.offset, bytes.length))) {
			long id = in.readLong();
			long updated = in.readLong();
			boolean verified = in.readBoolean();
			int pieces = 0;
			for (Audience audience : AUDIENCES) {
				int visible = in.readShort();
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
			String city = in.readUTF();
			String residence = in.readUTF();
			boolean placeSeen = seen;
			boolean availabilitySeen = sees(viewer, in);
			boolean available = in.readBoolean() && availabilitySeen;
			int count = in.readUnsignedShort();
			Set<String> evidenced = HashSet.newHashSet(count);
			for (int i = 0; i < count; i++) {
				String code = in.readUTF();
				if (sees(viewer, in)) {
					evidenced.add(code);
				}
			}
			Set<String> all = new LinkedHashSet<>(domains);
			all.addAll(evidenced);
			return new ExpertFacts(id, domains, evidenced, thesaurus.closureOf(all), industries, languages, countries,
					competences, offers, placeSeen ? city : "", placeSeen ? residence : "", verified, available, pieces,
					updated);
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static boolean sees(Audience viewer, DataInputStream in) throws IOException {
		return viewer.sees(AUDIENCES[in.readByte()]);
	}

	private static void write(DataOutputStream out, List<String> values) throws IOException {
		out.writeShort(values.size());
		for (String value : values) {
			out.writeUTF(value);
		}
	}

	private static List<String> strings(DataInputStream in, boolean seen) throws IOException {
		int count = in.readUnsignedShort();
		List<String> values = new ArrayList<>(count);
		for (int i = 0; i < count; i++) {
			values.add(in.readUTF());
		}
		return seen ? List.copyOf(values) : List.of();
	}

	private static List<LanguageSkill> languages(DataInputStream in, boolean seen) throws IOException {
		int count = in.readUnsignedShort();
		List<LanguageSkill> values = new ArrayList<>(count);
		for (int i = 0; i < count; i++) {
			values.add(new LanguageSkill(in.readUTF(), LEVELS[in.readByte() - 1]));
		}
		return seen ? List.copyOf(values) : List.of();
	}

	private static List<CountryExperience> countries(DataInputStream in, boolean seen) throws IOException {
		int count = in.readUnsignedShort();
		List<CountryExperience> values = new ArrayList<>(count);
		for (int i = 0; i < count; i++) {
			values.add(new CountryExperience(in.readUTF(), in.readUTF(), year(in.readInt()), year(in.readInt())));
		}
		return seen ? List.copyOf(values) : List.of();
	}

	private static @Nullable Integer year(int stored) {
		return (stored != NO_YEAR) ? stored : null;
	}

}
