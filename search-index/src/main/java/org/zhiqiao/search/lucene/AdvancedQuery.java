package org.zhiqiao.search.lucene;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.flexible.core.QueryNodeParseException;
import org.apache.lucene.queryparser.flexible.core.nodes.AndQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.BooleanQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.BoostQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.FieldQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.FuzzyQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.GroupQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.ModifierQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.ModifierQueryNode.Modifier;
import org.apache.lucene.queryparser.flexible.core.nodes.OrQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.QueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.QuotedFieldQueryNode;
import org.apache.lucene.queryparser.flexible.core.util.UnescapedCharSequence;
import org.apache.lucene.queryparser.flexible.standard.nodes.TermRangeQueryNode;
import org.apache.lucene.queryparser.flexible.standard.parser.ParseException;
import org.apache.lucene.queryparser.flexible.standard.parser.StandardSyntaxParser;
import org.apache.lucene.queryparser.flexible.standard.parser.Token;
import org.apache.lucene.queryparser.flexible.standard.parser.TokenMgrError;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;
import org.zhiqiao.search.Audience;
import org.zhiqiao.search.CefrLevel;
import org.zhiqiao.search.DocumentKind;
import org.zhiqiao.search.QuerySyntaxException;
import org.zhiqiao.search.QuerySyntaxException.Reason;
import org.zhiqiao.search.text.Analysis;
import org.zhiqiao.search.text.ConceptAnnotator.Annotation;
import org.zhiqiao.search.text.Folding;
import org.zhiqiao.search.text.PersonNames;
import org.zhiqiao.search.text.Thesaurus;

/**
 * The query language of the advanced search. Lucene's flexible parser makes the tree; which
 * fields there are, what they take and what it may cost is decided here.
 * <p>
 * Words next to each other must all be met. Fields: {@code name text title domain industry country
 * language city residence year kind competence offer verified available open}, in Chinese as well.
 * {@code language:de-C1} means at least C1, {@code country:DE-work} a kind of experience,
 * {@code year:[2018 TO *]} the years of evidence. A word may end in or contain {@code *} and
 * {@code ?} after two characters (one Chinese one).
 */
final class AdvancedQuery {

	private static final int LONGEST = 2_000;

	private static final int DEEPEST = 30;

	private static final int MOST_PARTS = 100;

	private static final int MOST_WILDCARDS = 3;

	private static final float STRONGEST = 100;

	private static final float NAME = 8;

	private static final int LAST_YEAR = 9_999;

	private static final String ANYWHERE = "_";

	private static final Map<String, String> CHINESE_FIELDS = Map.ofEntries(Map.entry("姓名", "name"),
			Map.entry("全文", "text"), Map.entry("标题", "title"), Map.entry("领域", "domain"), Map.entry("产业", "industry"),
			Map.entry("国家", "country"), Map.entry("语言", "language"), Map.entry("城市", "city"),
			Map.entry("居住国", "residence"), Map.entry("年份", "year"), Map.entry("类别", "kind"),
			Map.entry("能力", "competence"), Map.entry("可提供", "offer"), Map.entry("已核实", "verified"),
			Map.entry("可参与", "available"), Map.entry("开放", "open"));

	private static final Set<String> EXPERT_FIELDS = Set.of("name", "text", "title", "domain", "industry", "country",
			"language", "city", "residence", "year", "kind", "competence", "offer", "verified", "available");

	private static final Set<String> DEMAND_FIELDS = Set.of("text", "title", "domain", "industry", "country",
			"language",
			"city", "kind", "open");

	private static final Set<String> STORY_FIELDS = Set.of("text", "title", "domain", "industry", "country",
			"language", "city", "kind");

	private static final Map<String, String> COUNTRIES = countries();

	private static final Map<String, String> LANGUAGES = languages();

	private static final Pattern LEXICAL_PLACE = Pattern.compile("column (\\d+)");

	private final String text;

	private final DocumentKind kind;

	private final Audience viewer;

	private final RecordText texts;

	private final Thesaurus thesaurus;

	private final Set<String> terms = new HashSet<>();

	private final Set<String> names = new HashSet<>();

	private final Set<String> concepts = new LinkedHashSet<>();

	private int parts;

	private final Query query;

	/**
	 * Understands a query.
	 * @throws QuerySyntaxException if that is not possible
	 */
	AdvancedQuery(String typed, DocumentKind kind, Audience viewer, Thesaurus thesaurus) {
		// white space, full-width signs and traditional characters: places stay as they were typed
		this.text = Folding.fold(typed);
		this.kind = kind;
		this.viewer = viewer;
		this.texts = new RecordText(kind, viewer);
		this.thesaurus = thesaurus;
		checkSize();
		this.query = query(parse());
	}

	Query query() {
		return this.query;
	}

	Set<String> terms() {
		return this.terms;
	}

	Set<String> concepts() {
		return this.concepts;
	}

	Set<String> nameTerms() {
		return this.names;
	}

	private void checkSize() {
		if (this.text.length() > LONGEST) {
			throw new QuerySyntaxException(Reason.TOO_COMPLEX, LONGEST, this.text.length() - LONGEST, "");
		}
		int depth = 0;
		for (int i = 0; i < this.text.length(); i++) {
			char character = this.text.charAt(i);
			depth += (character == '(') ? 1 : (character == ')') ? -1 : 0;
			if (depth > DEEPEST) {
				throw new QuerySyntaxException(Reason.TOO_COMPLEX, i, 1, "(");
			}
		}
	}

	private QueryNode parse() {
		try {
			return new StandardSyntaxParser().parse(this.text, ANYWHERE);
		} catch (ParseException ex) {
			throw unexpected(ex);
		} catch (QueryNodeParseException ex) {
			throw lexical(String.valueOf(ex.getMessage()));
		} catch (TokenMgrError ex) {
			throw lexical(String.valueOf(ex.getMessage()));
		}
	}

	private QuerySyntaxException unexpected(ParseException ex) {
		Token token = (ex.currentToken != null) ? ex.currentToken.next : null;
		if (token == null || token.kind == 0 || token.beginColumn >= this.text.length()) {
			return new QuerySyntaxException(Reason.UNEXPECTED_END, this.text.length(), 0, "");
		}
		return unexpected(Reason.UNEXPECTED, token.beginColumn, token.endColumn - token.beginColumn);
	}

	private QuerySyntaxException lexical(String message) {
		Matcher place = LEXICAL_PLACE.matcher(message);
		int at = place.find() ? Integer.parseInt(place.group(1)) : this.text.length();
		return (at >= this.text.length() || message.contains("<EOF>"))
				? new QuerySyntaxException(Reason.UNEXPECTED_END, this.text.length(), 0, "")
				: unexpected(Reason.UNEXPECTED, at, 1);
	}

	private QuerySyntaxException unexpected(Reason reason, int at, int length) {
		int start = Math.clamp(at, 0, this.text.length());
		int end = Math.clamp((long) start + length, start, this.text.length());
		return new QuerySyntaxException(reason, start, end - start, this.text.substring(start, end));
	}

	private Query query(QueryNode node) {
		if (++this.parts > MOST_PARTS) {
			throw new QuerySyntaxException(Reason.TOO_COMPLEX, 0, this.text.length(), "");
		}
		return switch (node) {
			case OrQueryNode or -> or(or.getChildren());
			case AndQueryNode and -> and(and.getChildren());
			case BooleanQueryNode both -> and(both.getChildren());
			case GroupQueryNode group -> query(group.getChild());
			case ModifierQueryNode modified -> and(List.of(modified));
			case BoostQueryNode boosted ->
				new BoostQuery(query(boosted.getChild()), Math.clamp(boosted.getValue(), 0, STRONGEST));
			case FuzzyQueryNode fuzzy -> throw at(Reason.NOT_OFFERED, fuzzy);
			case QuotedFieldQueryNode quoted -> field(quoted, true);
			case FieldQueryNode field -> field(field, false);
			case TermRangeQueryNode range -> range(range);
			default -> throw unexpected(Reason.NOT_OFFERED, firstOf("/", "fn:", "~", "@"), 1);
		};
	}

	private int firstOf(String... signs) {
		int first = this.text.length();
		for (String sign : signs) {
			int at = this.text.indexOf(sign);
			first = (at >= 0 && at < first) ? at : first;
		}
		return (first < this.text.length()) ? first : 0;
	}

	private Query and(List<QueryNode> children) {
		BooleanQuery.Builder all = new BooleanQuery.Builder();
		boolean positive = false;
		for (QueryNode child : children) {
			if (child instanceof ModifierQueryNode modified && modified.getModifier() == Modifier.MOD_NOT) {
				all.add(query(modified.getChild()), Occur.MUST_NOT);
			} else {
				all.add(query((child instanceof ModifierQueryNode modified) ? modified.getChild() : child), Occur.MUST);
				positive = true;
			}
		}
		if (!positive) {
			all.add(MatchAllDocsQuery.INSTANCE, Occur.MUST);
		}
		return all.build();
	}

	private Query or(List<QueryNode> children) {
		BooleanQuery.Builder any = new BooleanQuery.Builder();
		children.forEach((child) -> any.add(query(child), Occur.SHOULD));
		return any.build();
	}

	private String fieldName(FieldQueryNode node) {
		String given = String.valueOf(node.getField());
		if (given.equals(ANYWHERE)) {
			return given;
		}
		String name = CHINESE_FIELDS.getOrDefault(given, given.toLowerCase(Locale.ROOT));
		Set<String> known = switch (this.kind) {
			case EXPERT -> EXPERT_FIELDS;
			case DEMAND -> DEMAND_FIELDS;
			case STORY, STUDY -> STORY_FIELDS;
		};
		if (!known.contains(name)) {
			int at = this.text.lastIndexOf(given, Math.max(0, node.getBegin() - 1));
			throw new QuerySyntaxException(Reason.UNKNOWN_FIELD, Math.max(0, at), given.length(), given);
		}
		return name;
	}

	private Query field(FieldQueryNode node, boolean quoted) {
		String field = fieldName(node);
		String value = node.getTextAsString().strip();
		if (value.isEmpty()) {
			throw at(Reason.BAD_VALUE, node);
		}
		boolean wild = !quoted && isWild(node);
		if (wild) {
			return wildcard(field, node, value);
		}
		return switch (field) {
			case "name" -> name(value);
			case "title" -> text(value, quoted, true);
			case "text" -> text(value, quoted, false);
			case "domain" -> domain(value, quoted);
			case "industry" -> fact(FactTerms.industry(value));
			case "country" -> country(value);
			case "residence" -> fact(FactTerms.residence(alpha2(value)));
			case "language" -> language(value);
			case "city" -> fact(FactTerms.city(value));
			case "competence" -> fact(FactTerms.competence(value));
			case "offer" -> fact(FactTerms.offer(value));
			case "kind" -> fact(FactTerms.kind(value.toLowerCase(Locale.ROOT)));
			case "year" -> {
				int year = year(node);
				yield Conditions.years(this.viewer, year, year);
			}
			case "verified" -> yes(node, FactTerms.VERIFIED);
			case "available" -> yes(node, FactTerms.AVAILABLE);
			case "open" -> yes(node, FactTerms.OPEN);
			default -> anywhere(value, quoted);
		};
	}

	private static boolean isWild(FieldQueryNode node) {
		CharSequence value = node.getText();
		for (int i = 0; i < value.length(); i++) {
			char character = value.charAt(i);
			if ((character == '*' || character == '?')
					&& !(value instanceof UnescapedCharSequence escaped && escaped.wasEscaped(i))) {
				return true;
			}
		}
		return false;
	}

	private Query wildcard(String field, FieldQueryNode node, String value) {
		boolean possible = Set.of("name", "title", "text", ANYWHERE).contains(field);
		if (!possible) {
			throw at(Reason.NO_WILDCARD, node);
		}
		int literal = 0;
		while (value.charAt(literal) != '*' && value.charAt(literal) != '?') {
			literal++;
		}
		boolean han = Folding.hasHan(value);
		if (literal < (han ? 1 : 2)) {
			throw at(Reason.LEADING_WILDCARD, node);
		}
		long wildcards = value.chars().filter((character) -> character == '*' || character == '?').count();
		if (wildcards > MOST_WILDCARDS) {
			throw at(Reason.TOO_COMPLEX, node);
		}
		BooleanQuery.Builder any = new BooleanQuery.Builder();
		if (field.equals("name") || (field.equals(ANYWHERE) && this.kind == DocumentKind.EXPERT)) {
			any.add(new WildcardQuery(new Term(Fields.NAME, value.toLowerCase(Locale.ROOT))), Occur.SHOULD);
			this.names.add(value.substring(0, literal).toLowerCase(Locale.ROOT));
		}
		if (!field.equals("name")) {
			boolean title = field.equals("title");
			if (han) {
				if (literal < value.length() - 1) {
					// Chinese text is kept in pairs of characters, in which nothing can be left open
					throw at(Reason.NO_WILDCARD, node);
				}
				any.add(this.texts.phrase(value.substring(0, literal), title), Occur.SHOULD);
				mark(value.substring(0, literal));
			} else {
				any.add(this.texts.formed(value.toLowerCase(Locale.ROOT), title), Occur.SHOULD);
			}
		}
		return any.build();
	}

	private Query name(String value) {
		BooleanQuery.Builder all = new BooleanQuery.Builder();
		StringBuilder han = new StringBuilder();
		for (String word : PersonNames.typed(value)) {
			if (Folding.hasHan(word)) {
				han.append(word);
			} else {
				String plain = PersonNames.plain(word);
				this.names.add(plain);
				all.add(new TermQuery(new Term(Fields.NAME, plain)), Occur.MUST);
			}
		}
		if (!han.isEmpty()) {
			this.names.add(han.toString());
			all.add(new TermQuery(new Term(Fields.NAME, han.toString())), Occur.MUST);
		}
		return all.build();
	}

	private Query text(String value, boolean quoted, boolean title) {
		mark(value);
		return quoted ? this.texts.phrase(value, title) : this.texts.allWords(value, title);
	}

	private Query anywhere(String value, boolean quoted) {
		BooleanQuery.Builder any = new BooleanQuery.Builder();
		any.add(text(value, quoted, false), Occur.SHOULD);
		if (this.kind == DocumentKind.EXPERT) {
			any.add(new BoostQuery(name(value), NAME), Occur.SHOULD);
		}
		wholeConcepts(value).forEach((code) -> any.add(this.texts.concept(code), Occur.SHOULD));
		return any.build();
	}

	/**
	 * A code, or a term of the thesaurus in either language, or else any words.
	 */
	private Query domain(String value, boolean quoted) {
		BooleanQuery.Builder any = new BooleanQuery.Builder();
		Set<String> codes = new LinkedHashSet<>(wholeConcepts(value));
		if (this.thesaurus.concept(value.toLowerCase(Locale.ROOT)).isPresent()) {
			codes.add(value.toLowerCase(Locale.ROOT));
		}
		this.concepts.addAll(codes);
		codes.forEach((code) -> any.add(this.texts.concept(code), Occur.SHOULD));
		return codes.isEmpty() ? text(value, quoted, false) : any.build();
	}

	private Set<String> wholeConcepts(String value) {
		Set<String> codes = new LinkedHashSet<>();
		for (Annotation annotation : this.thesaurus.annotator().annotateTyped(value)) {
			if (annotation.start() == 0 && annotation.end() == value.length()) {
				codes.add(annotation.code());
			}
		}
		this.concepts.addAll(codes);
		return codes;
	}

	private Query country(String value) {
		int dash = value.indexOf('-');
		return (dash > 0)
				? fact(FactTerms.country(alpha2(value.substring(0, dash)), value.substring(dash + 1)))
				: fact(FactTerms.country(alpha2(value)));
	}

	private static String alpha2(String value) {
		String code = value.toUpperCase(Locale.ROOT);
		return COUNTRIES.getOrDefault(value.toLowerCase(Locale.ROOT), code);
	}

	private Query language(String value) {
		int dash = value.lastIndexOf('-');
		if (dash > 0) {
			for (CefrLevel level : CefrLevel.values()) {
				if (level.name().equalsIgnoreCase(value.substring(dash + 1))) {
					return fact(FactTerms.language(tag(value.substring(0, dash)), level));
				}
			}
		}
		return fact(FactTerms.language(tag(value)));
	}

	private static String tag(String value) {
		String known = LANGUAGES.get(value.toLowerCase(Locale.ROOT));
		return (known != null) ? known : Locale.forLanguageTag(value).toLanguageTag();
	}

	private Query yes(FieldQueryNode node, String term) {
		return switch (node.getTextAsString().toLowerCase(Locale.ROOT)) {
			case "true", "yes", "1", "是" -> fact(term);
			case "false", "no", "0", "否" -> new BooleanQuery.Builder().add(MatchAllDocsQuery.INSTANCE, Occur.MUST)
					.add(fact(term), Occur.MUST_NOT)
					.build();
			default -> throw at(Reason.BAD_VALUE, node);
		};
	}

	private Query fact(String term) {
		return Conditions.fact(this.viewer, term);
	}

	private Query range(TermRangeQueryNode range) {
		FieldQueryNode lower = range.getLowerBound();
		FieldQueryNode upper = range.getUpperBound();
		if (!fieldName(lower).equals("year")) {
			throw at(Reason.NO_RANGE, lower);
		}
		int from = isOpen(lower) ? 0 : year(lower) + (range.isLowerInclusive() ? 0 : 1);
		int to = isOpen(upper) ? LAST_YEAR : year(upper) - (range.isUpperInclusive() ? 0 : 1);
		return (from <= to) ? Conditions.years(this.viewer, from, to) : new MatchNoDocsQuery("no year");
	}

	private static boolean isOpen(FieldQueryNode bound) {
		String value = bound.getTextAsString();
		return value.isEmpty() || value.equals("*");
	}

	private int year(FieldQueryNode node) {
		String value = node.getTextAsString();
		if (!value.matches("[0-9]{1,4}")) {
			throw at(Reason.BAD_VALUE, node);
		}
		return Integer.parseInt(value);
	}

	private void mark(String value) {
		Analysis.tokens(value).forEach((token) -> this.terms.add(token.cut() + token.term()));
	}

	private QuerySyntaxException at(Reason reason, FieldQueryNode node) {
		return unexpected(reason, node.getBegin(), node.getEnd() - node.getBegin());
	}

	private static Map<String, String> countries() {
		Map<String, String> names = new HashMap<>();
		for (String code : Locale.getISOCountries()) {
			Locale country = Locale.of("", code);
			for (Locale reader : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
				names.put(country.getDisplayCountry(reader).toLowerCase(Locale.ROOT), code);
			}
		}
		return names;
	}

	private static Map<String, String> languages() {
		Map<String, String> names = new HashMap<>();
		for (String code : Locale.getISOLanguages()) {
			Locale language = Locale.of(code);
			for (Locale reader : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
				names.put(language.getDisplayLanguage(reader).toLowerCase(Locale.ROOT), code);
			}
		}
		return names;
	}

}
