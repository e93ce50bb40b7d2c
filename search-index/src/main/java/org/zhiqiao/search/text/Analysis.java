package org.zhiqiao.search.text;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.FilteringTokenFilter;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/**
 * Cuts texts in any mixture of languages into terms. A text is cut in three ways side by side:
 * words of alphabetic scripts (English ones reduced to a light stem), Chinese words by a
 * dictionary, and pairs of neighbouring Chinese characters, which find the words the dictionary
 * lacks. Texts must be folded before ({@link Folding}).
 */
public final class Analysis {

	/**
	 * A way to cut.
	 */
	public enum Cut {

		/** Words of Latin and other alphabetic scripts. */
		WORD,
		/** Chinese words. */
		HAN,
		/** Pairs of Chinese characters; a character that stands alone is a term by itself. */
		BIGRAM

	}

	/**
	 * A term and its place in the text.
	 */
	public record Token(Cut cut, String term, int start, int end) {

	}

	private static final CharArraySet ENGLISH_STOP_WORDS = CharArraySet
			.unmodifiableSet(StopFilter.makeStopSet(StopWords.englishFunctionWords()));

	private static final CharArraySet CHINESE_STOP_WORDS = CharArraySet
			.unmodifiableSet(StopFilter.makeStopSet(StopWords.chineseFunctionWords()));

	private static final Map<Cut, Analyzer> ANALYZERS = analyzers();

	private Analysis() {}

	/**
	 * The Lucene analyzer of one cut; it may be shared by threads.
	 */
	public static Analyzer analyzer(Cut cut) {
		Analyzer analyzer = ANALYZERS.get(cut);
		if (analyzer == null) {
			throw new IllegalStateException("No analyzer for " + cut);
		}
		return analyzer;
	}

	/**
	 * All terms of a folded text, cut by cut, in order.
	 */
	public static List<Token> tokens(String folded) {
		List<Token> tokens = new ArrayList<>(tokens(Cut.WORD, folded));
		if (Folding.hasHan(folded)) {
			tokens.addAll(tokens(Cut.HAN, folded));
			tokens.addAll(tokens(Cut.BIGRAM, folded));
		}
		return tokens;
	}

	/**
	 * The terms of a folded text by one cut, in order.
	 */
	public static List<Token> tokens(Cut cut, String folded) {
		List<Token> tokens = new ArrayList<>();
		try (TokenStream stream = analyzer(cut).tokenStream("", folded)) {
			CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
			OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
			stream.reset();
			while (stream.incrementToken()) {
				tokens.add(new Token(cut, term.toString(), offset.startOffset(), offset.endOffset()));
			}
			stream.end();
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return tokens;
	}

	private static Map<Cut, Analyzer> analyzers() {
		Map<Cut, Analyzer> analyzers = new EnumMap<>(Cut.class);
		analyzers.put(Cut.WORD, new Analyzer() {

			@Override
			protected TokenStreamComponents createComponents(String fieldName) {
				Tokenizer source = new StandardTokenizer();
				TokenStream stream = new AlphabeticOnly(source);
				stream = new EnglishPossessiveFilter(stream);
				stream = new LowerCaseFilter(stream);
				stream = new ASCIIFoldingFilter(stream);
				stream = new StopFilter(stream, ENGLISH_STOP_WORDS);
				stream = new KStemFilter(stream);
				return new TokenStreamComponents(source, stream);
			}

		});
		analyzers.put(Cut.HAN, new Analyzer() {

			@Override
			protected TokenStreamComponents createComponents(String fieldName) {
				Tokenizer source = new HMMChineseTokenizer();
				TokenStream stream = new HanOnly(source);
				stream = new StopFilter(stream, CHINESE_STOP_WORDS);
				return new TokenStreamComponents(source, stream);
			}

		});
		analyzers.put(Cut.BIGRAM, new Analyzer() {

			@Override
			protected TokenStreamComponents createComponents(String fieldName) {
				Tokenizer source = new StandardTokenizer();
				TokenStream stream = new CJKBigramFilter(source, CJKBigramFilter.HAN);
				stream = new HanOnly(stream);
				return new TokenStreamComponents(source, stream);
			}

		});
		return analyzers;
	}

	/**
	 * The words of a folded text as they stand, without signs and pictures.
	 */
	static List<String> plainWords(String folded) {
		List<String> words = new ArrayList<>();
		try (StandardTokenizer tokenizer = new StandardTokenizer()) {
			tokenizer.setReader(new StringReader(folded));
			CharTermAttribute term = tokenizer.addAttribute(CharTermAttribute.class);
			TypeAttribute type = tokenizer.addAttribute(TypeAttribute.class);
			tokenizer.reset();
			while (tokenizer.incrementToken()) {
				if (!AlphabeticOnly.EMOJI.equals(type.type())) {
					words.add(term.toString());
				}
			}
			tokenizer.end();
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return words;
	}

	private static final class HanOnly extends FilteringTokenFilter {

		private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

		private HanOnly(TokenStream input) {
			super(input);
		}

		@Override
		protected boolean accept() {
			return this.term.length() > 0 && Folding.isHan(this.term.charAt(0));
		}

	}

	private static final class AlphabeticOnly extends FilteringTokenFilter {

		private static final String IDEOGRAPHIC = StandardTokenizer.TOKEN_TYPES[StandardTokenizer.IDEOGRAPHIC];

		private static final String EMOJI = StandardTokenizer.TOKEN_TYPES[StandardTokenizer.EMOJI];

		private final TypeAttribute type = addAttribute(TypeAttribute.class);

		private AlphabeticOnly(TokenStream input) {
			super(input);
		}

		@Override
		protected boolean accept() {
			return !IDEOGRAPHIC.equals(this.type.type()) && !EMOJI.equals(this.type.type());
		}

	}

}
