package org.zhiqiao.platform.publishing;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.account.Role;
import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.problem.NotFound;

/** Takes pictures for articles, and shows them to those who may see them. */
@Service
class Pictures {

	private final PictureTable table;

	private final PublishingSettings settings;

	private final Clock clock;

	Pictures(PictureTable table, PublishingSettings settings, Clock clock) {
		this.table = table;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * A picture that was taken in.
	 *
	 * @param src what an article says to show it
	 */
	record PictureView(String key, String src, int width, int height) {

	}

	/** A file with its type, and whether everybody may see it. */
	record Shown(ByteArrayResource content, String type, boolean open) {

	}

	void mustBeSmallEnough(long bytes) {
		if (bytes > this.settings.largestPicture().toBytes()) {
			throw new InvalidInput("/file", "picture-too-large", this.settings.largestPicture().toMegabytes());
		}
	}

	@Transactional
	PictureView take(byte[] file, Actor actor) {
		return take(file, actor.accountId());
	}

	/** @param owner the number of an account */
	@Transactional
	PictureView take(byte[] file, long owner) {
		mustBeSmallEnough(file.length);
		var made = PictureMaker.make(file, this.settings.mostPixels());
		var key = UUID.randomUUID().toString();
		this.table.insert(key, owner, made.type(), made.width(), made.height(), made.sizes(),
				this.clock.instant());
		return new PictureView(key, ArticleHtml.PICTURES + key, made.width(), made.height());
	}

	/** @param width null for the largest */
	@Transactional(readOnly = true)
	Shown show(String key, @Nullable Integer width, @Nullable Actor viewer) {
		var known = this.table.find(key).orElseThrow(() -> new NotFound("picture", key));
		var open = this.table.published(key);
		if (!open && !behind(known, viewer)) {
			throw new NotFound("picture", key);
		}
		var file = this.table.file(key, (width != null) ? width : known.largest())
				.orElseThrow(() -> new NotFound("picture", key));
		return new Shown(new ByteArrayResource(file), known.type(), open);
	}

	/** Whoever uploaded it, whoever's article shows it, and those who review. */
	private boolean behind(PictureTable.Sizes picture, @Nullable Actor viewer) {
		if (viewer == null) {
			return false;
		}
		return viewer.is(Role.PROVINCIAL_OFFICER, Role.ADMINISTRATOR)
				|| (picture.ownerId() != null && picture.ownerId() == viewer.accountId())
				|| this.table.shownBy(picture.key(), viewer.accountId());
	}

}
