package org.zhiqiao.platform.publishing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes down the made-up articles of the demonstration. */
@Component
public class SampleArticles {

	private final Articles articles;

	private final Pictures pictures;

	SampleArticles(Articles articles, Pictures pictures) {
		this.articles = articles;
		this.pictures = pictures;
	}

	/**
	 * Takes a picture in.
	 *
	 * @return what an article says to show it
	 */
	@Transactional
	public String picture(byte[] file, long author) {
		return this.pictures.take(file, author).src();
	}

	/**
	 * Takes an article down in the state it is to be in. Nobody is told.
	 *
	 * @param at when it was published or handed in
	 * @param remarks for one that was returned
	 */
	@Transactional
	public void add(long author, SaveArticle save, ArticleState state, Instant at, @Nullable String remarks) {
		this.articles.placeSample(author, save, state, at, remarks);
	}

}
