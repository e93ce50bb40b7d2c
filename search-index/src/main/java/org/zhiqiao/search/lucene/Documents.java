package org.zhiqiao.search.lucene;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.zhiqiao.search.Audience;
import org.zhiqiao.search.CefrLevel;
import org.zhiqiao.search.CountryExperience;
import org.zhiqiao.search.DemandDocument;
import org.zhiqiao.search.DocumentRef;
import org.zhiqiao.search.ExpertDocument;
import org.zhiqiao.search.Facet;
import org.zhiqiao.search.FactGroup;
import org.zhiqiao.search.LanguageSkill;
import org.zhiqiao.search.Piece;
import org.zhiqiao.search.PieceKind;
import org.zhiqiao.search.StoryDocument;
import org.zhiqiao.search.embedding.Embedding;
import org.zhiqiao.search.text.Analysis.Cut;
import org.zhiqiao.search.text.Concept;
import org.zhiqiao.search.text.ConceptAnnotator.Annotation;
import org.zhiqiao.search.text.Folding;
import org.zhiqiao.search.text.Glossing;
import org.zhiqiao.search.text.PersonNames;
import org.zhiqiao.search.text.Thesaurus;

/**
 * Turns people, needs and stories into documents of the index.
 */
final class Documents {

	/** Concepts count how often they occur; the length of the list says nothing. */
	static final FieldType CONCEPT = conceptType();

	private static final int SHOWN_SURFACE = 200;

	private final Thesaurus thesaurus;

	private final Glossing glossing;

	private final PieceVectors vectors;

	Documents(Thesaurus thesaurus, Glossing glossing, PieceVectors vectors) {
		this.thesaurus = thesaurus;
		this.glossing = glossing;
		this.vectors = vectors;
	}

	static Term key(DocumentRef ref) {
		return new Term(Fields.REF, ref.kind().name() + ref.id());
	}

	/**
	 * What of a person's evidence is given to the sentence model.
	 */
	List<String> vectorInputs(ExpertDocument expert, Embedding embedding) {
		return ownWords(expert).stream()
				.map((piece) -> embedding.input(whole(piece), this.glossing::english))
				.filter((input) -> !input.isEmpty())
				.toList();
	}

	/**
	 * Folded once, so that what a document asks for and what was computed are the same text.
	 */
	private static String whole(Piece piece) {
		return Folding.fold(told(piece)).strip();
	}

	private static String told(Piece piece) {
		return piece.text().isBlank() ? piece.title() : piece.title() + ". " + piece.text();
	}

	/**
	 * The block of a person: pieces first, the record last.
	 */
	List<Document> of(ExpertDocument expert) {
		String ref = key(DocumentRef.expert(expert.id())).text();
		Document record = new Document();
		Circles circles = new Circles(expert.basicsAudience());
		List<Document> block = new ArrayList<>();
		List<StoredPiece> told = new ArrayList<>();
		for (Piece piece : ownWords(expert)) {
			Audience audience = expert.basicsAudience().stricter(piece.audience());
			List<String> declared = (piece.kind() == PieceKind.EXPERTISE) ? expert.domains() : List.of();
			SortedMap<String, String> concepts = new TreeMap<>();
			block.add(piece(ref, piece, audience, declared, concepts));
			told.add(StoredPiece.of(piece, concepts.values()));
			circles.fact(FactTerms.kind(piece.kind().name().toLowerCase(Locale.ROOT)), audience);
			if (piece.year() != null) {
				circles.fact(FactTerms.year(piece.year()), audience);
			}
			domains(circles, concepts.keySet(), audience);
			if (piece.kind() != PieceKind.EXPERTISE) {
				circles.evidenced(concepts.keySet(), audience);
			}
		}
		record.add(new StringField(Fields.REF, ref, Field.Store.NO));
		record.add(new StringField(Fields.TYPE, Fields.EXPERT, Field.Store.NO));
		audience(record, expert.basicsAudience());
		record.add(new NumericDocValuesField(Fields.ID, expert.id()));
		record.add(new LongPoint(Fields.ID, expert.id()));
		record.add(new BinaryDocValuesField(Fields.DATA, StoredPerson.write(expert, declared(expert), told)));
		record.add(new NumericDocValuesField(Fields.UPDATED, expert.updatedEpochMs()));
		record.add(Neighbourhood.of(expert));
		names(record, expert);
		TextFields.add(record, Fields::recordText, expert.affiliation());
		facts(circles, expert);
		circles.write(record);
		block.add(record);
		return block;
	}

	/**
	 * Codes of what somebody says they know, chosen or in words that the thesaurus has.
	 */
	private List<String> declared(ExpertDocument expert) {
		Set<String> declared = new LinkedHashSet<>(expert.domains());
		for (String free : expert.freeDomains()) {
			this.thesaurus.annotator().annotate(free).forEach((found) -> declared.add(found.code()));
		}
		return List.copyOf(declared);
	}

	/**
	 * The evidence, and before it what the person says of themselves in headline and declared
	 * domains: both speak for a person as evidence does.
	 */
	private List<Piece> ownWords(ExpertDocument expert) {
		List<Piece> pieces = new ArrayList<>();
		if (!expert.headline().isBlank()) {
			pieces.add(new Piece("headline", PieceKind.HEADLINE, expert.headline(), "", null, expert.basicsAudience()));
		}
		if (!expert.domains().isEmpty() || !expert.freeDomains().isEmpty()) {
			StringBuilder terms = new StringBuilder();
			for (String code : expert.domains()) {
				this.thesaurus.concept(code)
						.ifPresent(
								(concept) -> terms.append(concept.zh()).append("; ").append(concept.en()).append("; "));
			}
			pieces.add(new Piece("expertise", PieceKind.EXPERTISE, String.join("; ", expert.freeDomains()),
					terms.toString(), null, expert.audienceOf(FactGroup.EXPERTISE)));
		}
		pieces.addAll(expert.pieces());
		return pieces;
	}

	/**
	 * @param declared codes that the piece stands for, besides those found in it
	 * @param concepts takes the codes, with the words by which the first of each was found
	 */
	private Document piece(String ref, Piece piece, Audience audience, List<String> declared,
			SortedMap<String, String> concepts) {
		Document document = new Document();
		document.add(new StringField(Fields.REF, ref, Field.Store.NO));
		document.add(new StringField(Fields.TYPE, Fields.PIECE, Field.Store.NO));
		audience(document, audience);
		// phrases of words are looked for, and only those
		TextFields.add(document, Fields::text, piece.title(), List.of(Cut.WORD));
		TextFields.add(document, Fields::text, piece.text(), List.of(Cut.WORD));
		String told = told(piece);
		List<Annotation> annotations = this.thesaurus.annotator().annotate(told);
		for (Annotation found : annotations) {
			document.add(new Field(Fields.concept(), found.code(), CONCEPT));
			concepts.putIfAbsent(found.code(), shortened(found.surface()));
		}
		for (String code : declared) {
			document.add(new Field(Fields.concept(), code, CONCEPT));
			concepts.putIfAbsent(code, this.thesaurus.concept(code).map(Concept::en).orElse(code));
		}
		for (String code : this.thesaurus.closure(concepts.keySet())) {
			if (!concepts.containsKey(code)) {
				document.add(new StringField(Fields.above(), code, Field.Store.NO));
			}
		}
		concepts.keySet()
				.forEach((code) -> document.add(new SortedSetDocValuesField(Fields.concept(), new BytesRef(code))));
		String whole = Folding.fold(told);
		String english = this.glossing.english(whole, annotations);
		if (Folding.hasHan(whole) && !english.isEmpty()) {
			document.add(new Field(Fields.GLOSS, english, TextFields.BAG));
		}
		this.vectors.add(document, whole.strip(), (text) -> english);
		return document;
	}

	private static String shortened(String surface) {
		return (surface.length() > SHOWN_SURFACE) ? surface.substring(0, SHOWN_SURFACE) : surface;
	}

	private static void names(Document record, ExpertDocument expert) {
		Set<String> terms = new LinkedHashSet<>();
		expert.names().known().forEach((name) -> terms.addAll(PersonNames.terms(name)));
		for (String term : terms) {
			record.add(new StringField(Fields.NAME, term, Field.Store.NO));
		}
		record.add(new SortedDocValuesField(Fields.NAME_KEY, new BytesRef(PersonNames.sortKey(expert.names().zh(),
				expert.names().latin(), expert.names().nativeScript()))));
	}

	private void facts(Circles circles, ExpertDocument expert) {
		Audience audience = expert.audienceOf(FactGroup.EXPERTISE);
		for (String code : expert.industries()) {
			circles.both(Facet.INDUSTRY, code, FactTerms.industry(code), audience);
		}
		audience = expert.audienceOf(FactGroup.LANGUAGES);
		for (LanguageSkill skill : expert.languages()) {
			circles.fact(FactTerms.language(skill.code()), audience);
			for (CefrLevel level : CefrLevel.values()) {
				if (skill.level().reaches(level)) {
					circles.fact(FactTerms.language(skill.code(), level), audience);
				}
			}
			circles.facet(Facet.LANGUAGE, skill.code(), audience);
		}
		audience = expert.audienceOf(FactGroup.COUNTRIES);
		for (CountryExperience experience : expert.countries()) {
			circles.fact(FactTerms.country(experience.alpha2()), audience);
			circles.fact(FactTerms.country(experience.alpha2(), experience.kind()), audience);
			circles.facet(Facet.COUNTRY, experience.alpha2(), audience);
		}
		for (String code : expert.competences()) {
			circles.both(Facet.COMPETENCE, code, FactTerms.competence(code), expert.audienceOf(FactGroup.COMPETENCES));
		}
		for (String code : expert.offers()) {
			circles.both(Facet.OFFER, code, FactTerms.offer(code), expert.audienceOf(FactGroup.OFFERS));
		}
		audience = expert.audienceOf(FactGroup.PLACE);
		if (!expert.city().isBlank()) {
			circles.both(Facet.CITY, expert.city(), FactTerms.city(expert.city()), audience);
		}
		if (!expert.residence().isBlank()) {
			circles.both(Facet.RESIDENCE, expert.residence(), FactTerms.residence(expert.residence()), audience);
		}
		if (expert.verified()) {
			circles.both(Facet.VERIFIED, "true", FactTerms.VERIFIED, expert.basicsAudience());
		}
		if (expert.available()) {
			circles.both(Facet.AVAILABLE, "true", FactTerms.AVAILABLE, expert.audienceOf(FactGroup.AVAILABILITY));
		}
	}

	/**
	 * Values of a facet include what lies above them.
	 */
	private void domains(Circles circles, Collection<String> codes, Audience audience) {
		this.thesaurus.closure(codes).forEach((code) -> circles.facet(Facet.DOMAIN, code, audience));
	}

	/**
	 * The record of a need.
	 */
	Document of(DemandDocument demand) {
		Document record = new Document();
		Audience audience = demand.audience();
		Circles circles = new Circles(audience);
		record.add(new StringField(Fields.REF, key(DocumentRef.demand(demand.id())).text(), Field.Store.NO));
		record.add(new StringField(Fields.TYPE, Fields.DEMAND, Field.Store.NO));
		audience(record, audience);
		record.add(new NumericDocValuesField(Fields.ID, demand.id()));
		record.add(new LongPoint(Fields.ID, demand.id()));
		record.add(new NumericDocValuesField(Fields.UPDATED, demand.updatedEpochMs()));
		record.add(new NumericDocValuesField(Fields.DEADLINE,
				(demand.deadline() != null) ? demand.deadline().toEpochDay() : Long.MAX_VALUE));
		record.add(new SortedDocValuesField(Fields.NAME_KEY, new BytesRef(key(demand.title()))));
		record.add(new StoredField(Fields.TITLE, demand.title()));
		record.add(new StoredField(Fields.TEXT, demand.description()));
		record.add(new StoredField(Fields.AFFILIATION, demand.owner()));
		TextFields.add(record, Fields::recordTitle, demand.title());
		Set<String> codes = new LinkedHashSet<>(demand.domains());
		List<String> texts = new ArrayList<>(List.of(demand.title(), demand.description(), demand.owner()));
		texts.addAll(demand.freeDomains());
		for (String text : texts) {
			TextFields.add(record, Fields::recordText, text);
			this.thesaurus.annotator().annotate(text).forEach((found) -> codes.add(found.code()));
		}
		for (String code : demand.domains()) {
			this.thesaurus.concept(code).ifPresent((concept) -> {
				TextFields.add(record, Fields::recordText, concept.zh());
				TextFields.add(record, Fields::recordText, concept.en());
			});
		}
		codes.forEach((code) -> record.add(new Field(Fields.recordConcept(), code, CONCEPT)));
		this.thesaurus.closure(codes)
				.forEach((code) -> record.add(new StringField(Fields.recordClosure(), code, Field.Store.NO)));
		domains(circles, codes, audience);
		demand.industries().forEach((code) -> circles.both(Facet.INDUSTRY, code, FactTerms.industry(code), audience));
		demand.countries().forEach((code) -> circles.both(Facet.COUNTRY, code, FactTerms.country(code), audience));
		demand.languages().forEach((code) -> circles.both(Facet.LANGUAGE, code, FactTerms.language(code), audience));
		if (!demand.city().isBlank()) {
			circles.both(Facet.CITY, demand.city(), FactTerms.city(demand.city()), audience);
		}
		if (!demand.kind().isBlank()) {
			circles.both(Facet.KIND, demand.kind(), FactTerms.kind(demand.kind()), audience);
		}
		if (demand.open()) {
			circles.both(Facet.OPEN, "true", FactTerms.OPEN, audience);
		}
		circles.write(record);
		return record;
	}

	/**
	 * The record of a story.
	 */
	Document of(StoryDocument story) {
		return new StoryRecord(story, this.thesaurus).document();
	}

	static String key(String title) {
		String key = PersonNames.titleKey(title);
		return (key.length() > SHOWN_SURFACE) ? key.substring(0, SHOWN_SURFACE) : key;
	}

	static void audience(Document document, Audience audience) {
		for (Audience viewer : Audience.values()) {
			if (viewer.sees(audience)) {
				document.add(new StringField(Fields.AUDIENCE, Integer.toString(viewer.level()), Field.Store.NO));
			}
		}
	}

	private static FieldType conceptType() {
		FieldType type = new FieldType();
		type.setTokenized(false);
		type.setOmitNorms(true);
		type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
		type.freeze();
		return type;
	}

	/**
	 * Facts and values to be counted, each with the widest circle that may know it.
	 */
	private static final class Circles {

		private final Audience basics;

		private final Map<String, Audience> facts = new TreeMap<>();

		private final Map<String, Audience> facets = new TreeMap<>();

		private final Map<String, Audience> evidenced = new TreeMap<>();

		/**
		 * @param basics who may know of the person or need at all
		 */
		private Circles(Audience basics) {
			this.basics = basics;
		}

		private void fact(String term, Audience audience) {
			add(this.facts, term, audience);
		}

		private void facet(Facet facet, String value, Audience audience) {
			add(this.facets, facet.name() + ':' + value, audience);
		}

		private void both(Facet facet, String value, String term, Audience audience) {
			fact(term, audience);
			facet(facet, value, audience);
		}

		private void evidenced(Collection<String> codes, Audience audience) {
			codes.forEach((code) -> add(this.evidenced, code, audience));
		}

		private void add(Map<String, Audience> values, String value, Audience audience) {
			values.merge(value, this.basics.stricter(audience), (one, other) -> one.sees(other) ? other : one);
		}

		private void write(Document record) {
			this.facts.forEach((term, circle) -> record
					.add(new StringField(Fields.facts(circle), term, Field.Store.NO)));
			this.facets.forEach((value, circle) -> record
					.add(new SortedSetDocValuesField(Fields.facets(circle), new BytesRef(value))));
			this.evidenced.forEach((code, circle) -> record
					.add(new SortedSetDocValuesField(Fields.evidenced(circle), new BytesRef(code))));
		}

	}

}
