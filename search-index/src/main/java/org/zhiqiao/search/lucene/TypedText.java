package org.zhiqiao.search.lucene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.zhiqiao.search.Audience;
import org.zhiqiao.search.DirectoryQuery;
import org.zhiqiao.search.FactNames;
import org.zhiqiao.search.FactNames.Naming;
import org.zhiqiao.search.text.Analysis;
import org.zhiqiao.search.text.Analysis.Cut;
import org.zhiqiao.search.text.Analysis.Token;
import org.zhiqiao.search.text.ConceptAnnotator.Annotation;
import org.zhiqiao.search.text.Filler;
import org.zhiqiao.search.text.Folding;
import org.zhiqiao.search.text.PersonNames;
import org.zhiqiao.search.text.Thesaurus;

/**
 * What somebody typed into the search box. Nothing in it is syntax: it is cut into concepts,
 * names of countries and the like, words and Chinese runs, each of which a result should meet in
 * its texts, its names or its facts.
 */
final class TypedText {

	private static final int MAX_TEXT = 20_000;

	/** So many parts are looked at; nobody types more, and what is pasted is clear by then. */
	private static final int MAX_PARTS = 40;

	/** A Chinese run up to this length may be met as a whole; a longer one is a sentence. */
	private static final int SHORT_RUN = 8;

	private static final float NAME = 8;

	private static final float NAME_START = 4;

	private static final float CONCEPT = 2;

	private static final int SHORTEST_PREFIX = 2;

	private final Thesaurus thesaurus;

	private final Audience viewer;

	private final RecordText texts;

	private final FactNames names;

	private final List<Query> parts = new ArrayList<>();

	/** Function words, which say something only where they are names: Will, An, 何. */
	private final List<Query> smallWords = new ArrayList<>();

	private final Set<String> known = new HashSet<>();

	private final Set<String> concepts = new LinkedHashSet<>();

	private final Set<String> terms = new HashSet<>();

	private final Set<String> nameTerms = new HashSet<>();

	private final boolean blank;

	TypedText(DirectoryQuery query, Thesaurus thesaurus) {
		this.thesaurus = thesaurus;
		this.viewer = query.viewer();
		this.texts = new RecordText(query.kind(), query.viewer());
		this.names = query.names();
		String typed = query.text();
		String text = (typed.length() > MAX_TEXT) ? typed.substring(0, MAX_TEXT) : typed;
		String folded = Folding.fold(text);
		this.blank = folded.isBlank();
		read(text, folded);
	}

	/**
	 * Whether nothing was typed.
	 */
	boolean isBlank() {
		return this.blank;
	}

	/**
	 * Codes of the concepts that were recognised.
	 */
	Set<String> concepts() {
		return this.concepts;
	}

	Set<String> nameTerms() {
		return this.nameTerms;
	}

	/**
	 * Terms to emphasise, each with its cut before it.
	 */
	Set<String> terms() {
		return this.terms;
	}

	/**
	 * Few parts must all be met, of many a part.
	 */
	Query query() {
		if (this.parts.isEmpty()) {
			return new MatchNoDocsQuery("nothing to look for");
		}
		int count = this.parts.size();
		BooleanQuery.Builder query = new BooleanQuery.Builder();
		this.parts.forEach((part) -> query.add(part, Occur.SHOULD));
		query.setMinimumNumberShouldMatch(count <= 3 ? count : count <= 6 ? count - 1 : (count + 1) / 2);
		if (this.smallWords.isEmpty()) {
			return query.build();
		}
		BooleanQuery.Builder rather = new BooleanQuery.Builder().add(query.build(), Occur.MUST);
		this.smallWords.forEach((word) -> rather.add(word, Occur.SHOULD));
		return rather.build();
	}

	private void read(String text, String folded) {
		boolean[] covered = new boolean[text.length()];
		List<Annotation> annotations = this.thesaurus.annotator().annotateTyped(text);
		for (Annotation annotation : annotations) {
			concept(annotation, annotations);
			for (int i = annotation.start(); i < annotation.end(); i++) {
				covered[i] = true;
			}
		}
		List<Naming> namings = this.names.in(folded);
		if (!namings.isEmpty()) {
			Set<Integer> bounds = bounds(folded);
			for (Naming naming : namings) {
				if (!covered[naming.start()] && !covered[naming.end() - 1]
						&& (!Folding.isHan(folded.charAt(naming.start()))
								|| (bounds.contains(naming.start()) && bounds.contains(naming.end())))) {
					fact(naming, folded.substring(naming.start(), naming.end()));
					Arrays.fill(covered, naming.start(), naming.end(), true);
				}
			}
		}
		char[] rest = folded.toCharArray();
		for (int i = 0; i < rest.length; i++) {
			rest[i] = covered[i] ? ' ' : rest[i];
		}
		List<Query> fillers = new ArrayList<>();
		int before = this.parts.size();
		runs(new String(rest), fillers);
		if (before == 0 && this.parts.isEmpty()) {
			// filler alone is what was meant
			this.parts.addAll(fillers.isEmpty() ? this.smallWords : fillers);
		}
	}

	/**
	 * Where Chinese words begin and end: 德国 is no country in 爱德国际.
	 */
	private static Set<Integer> bounds(String folded) {
		Set<Integer> bounds = new HashSet<>();
		for (Token token : Analysis.tokens(Cut.HAN, folded)) {
			bounds.add(token.start());
			bounds.add(token.end());
		}
		return bounds;
	}

	private void concept(Annotation annotation, List<Annotation> all) {
		if (!this.concepts.add(annotation.code()) || this.parts.size() >= MAX_PARTS) {
			return;
		}
		List<String> codes = all.stream()
				.filter((other) -> other.start() == annotation.start())
				.map(Annotation::code)
				.toList();
		if (!codes.getFirst().equals(annotation.code())) {
			return;
		}
		BooleanQuery.Builder any = new BooleanQuery.Builder();
		for (String code : codes) {
			any.add(new BoostQuery(this.texts.concept(code), CONCEPT), Occur.SHOULD);
		}
		String folded = Folding.fold(annotation.surface());
		orByItsWords(any, folded);
	}

	/**
	 * Whoever speaks the language or knows the country is meant as well as whoever's texts name it.
	 */
	private void fact(Naming naming, String name) {
		if (this.parts.size() >= MAX_PARTS || !this.known.add(name)) {
			return;
		}
		BooleanQuery.Builder any = new BooleanQuery.Builder();
		any.add(Conditions.anyFact(this.viewer,
				naming.facts().stream().map((fact) -> DirectorySearch.term(fact.facet(), fact.code())).toList()),
				Occur.SHOULD);
		orByItsWords(any, name);
	}

	/**
	 * Adds a part that may be met otherwise, or by the very words in a text or a name.
	 */
	private void orByItsWords(BooleanQuery.Builder any, String folded) {
		any.add(this.texts.allWords(folded, false), Occur.SHOULD);
		mark(folded);
		for (String word : PersonNames.typed(folded)) {
			any.add(new TermQuery(new Term(Fields.NAME, word)), Occur.SHOULD);
		}
		this.parts.add(any.build());
	}

	private void mark(String folded) {
		Analysis.tokens(folded).forEach((token) -> this.terms.add(token.cut() + token.term()));
	}

	/**
	 * Cuts into words of letters and runs of Chinese characters.
	 */
	private void runs(String folded, List<Query> fillers) {
		int length = folded.length();
		for (int i = 0; i < length && this.parts.size() < MAX_PARTS;) {
			int start = i;
			if (Folding.isHan(folded.charAt(i))) {
				while (i < length && Folding.isHan(folded.charAt(i))) {
					i++;
				}
				han(folded.substring(start, i), fillers);
			} else {
				while (i < length && !Folding.isHan(folded.charAt(i)) && folded.charAt(i) != ' ') {
					i++;
				}
				if (i == start) {
					i++;
				} else {
					word(folded.substring(start, i), i >= length, fillers);
				}
			}
		}
	}

	private void word(String word, boolean last, List<Query> fillers) {
		List<String> plain = PersonNames.typed(word);
		if (plain.isEmpty() || !this.known.add(word.toLowerCase(Locale.ROOT))) {
			return;
		}
		BooleanQuery.Builder any = new BooleanQuery.Builder();
		List<Token> tokens = Analysis.tokens(Cut.WORD, word);
		if (!tokens.isEmpty()) {
			any.add(this.texts.allWords(word, false), Occur.SHOULD);
			mark(word);
		}
		BooleanQuery.Builder name = new BooleanQuery.Builder();
		for (String term : plain) {
			String ascii = PersonNames.plain(term);
			name.add(new TermQuery(new Term(Fields.NAME, ascii)), Occur.MUST);
			this.nameTerms.add(ascii);
		}
		any.add(new BoostQuery(name.build(), NAME), Occur.SHOULD);
		if (plain.size() == 1 && plain.getFirst().length() >= SHORTEST_PREFIX) {
			String start = PersonNames.plain(plain.getFirst());
			any.add(new BoostQuery(new PrefixQuery(new Term(Fields.NAME, start)), NAME_START), Occur.SHOULD);
			if (last && start.length() > SHORTEST_PREFIX) {
				// the word that is still being typed
				any.add(new BoostQuery(this.texts.starting(Cut.WORD, start, false), 0.2f), Occur.SHOULD);
			}
		}
		(tokens.isEmpty() ? this.smallWords : Filler.isFiller(word) ? fillers : this.parts).add(any.build());
	}

	private void han(String run, List<Query> fillers) {
		if (!this.known.add(run)) {
			return;
		}
		if (run.length() <= SHORT_RUN) {
			BooleanQuery.Builder any = new BooleanQuery.Builder();
			any.add(this.texts.allWords(run, false), Occur.SHOULD);
			any.add(new BoostQuery(new TermQuery(new Term(Fields.NAME, run)), NAME), Occur.SHOULD);
			any.add(new BoostQuery(new PrefixQuery(new Term(Fields.NAME, run)), NAME_START), Occur.SHOULD);
			this.nameTerms.add(run);
			List<Token> words = Analysis.tokens(Cut.HAN, run);
			boolean filler = !words.isEmpty() && words.stream().allMatch((token) -> Filler.isFiller(token.term()));
			if (!filler && words.stream().anyMatch((token) -> Filler.isFiller(token.term()))) {
				// with the filler taken out it may be met as well
				BooleanQuery.Builder meant = new BooleanQuery.Builder();
				words.stream()
						.filter((token) -> !Filler.isFiller(token.term()))
						.forEach((token) -> meant.add(this.texts.term(Cut.HAN, token.term(), false),
								Occur.MUST));
				any.add(meant.build(), Occur.SHOULD);
			}
			mark(run);
			(words.isEmpty() ? this.smallWords : filler ? fillers : this.parts).add(any.build());
			return;
		}
		for (Token token : Analysis.tokens(Cut.HAN, run)) {
			if (this.parts.size() < MAX_PARTS && this.known.add(token.term())) {
				BooleanQuery.Builder any = new BooleanQuery.Builder();
				any.add(this.texts.allWords(token.term(), false), Occur.SHOULD);
				any.add(new BoostQuery(new TermQuery(new Term(Fields.NAME, token.term())), NAME), Occur.SHOULD);
				boolean filler = Filler.isFiller(token.term());
				if (!filler) {
					mark(token.term());
				}
				(filler ? fillers : this.parts).add(any.build());
			}
		}
	}

}
