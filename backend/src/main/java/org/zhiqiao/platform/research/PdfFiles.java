package org.zhiqiao.platform.research;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.account.Role;
import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.problem.NotFound;

/** Takes PDF files for studies, and gives them to those who may see them. */
@Service
class PdfFiles {

	private static final int LONGEST_NAME = 120;

	/** Where a whole file ends, give or take what programs write behind it. */
	private static final int END = 2048;

	private final PdfTable table;

	private final ResearchTable research;

	private final ResearchSettings settings;

	private final Clock clock;

	PdfFiles(PdfTable table, ResearchTable research, ResearchSettings settings, Clock clock) {
		this.table = table;
		this.research = research;
		this.settings = settings;
		this.clock = clock;
	}

	/** A file that was taken in; size in bytes. */
	record PdfView(String key, String fileName, long size) {

	}

	/** A file's contents. */
	record Given(ByteArrayResource content, String fileName, boolean open) {

	}

	void mustBeSmallEnough(long bytes) {
		if (bytes > this.settings.largestPdf().toBytes()) {
			throw new InvalidInput("/file", "pdf-too-large", this.settings.largestPdf().toMegabytes());
		}
	}

	@Transactional
	PdfView take(byte[] file, @Nullable String fileName, Actor actor) {
		mustBeSmallEnough(file.length);
		mustBePdf(file);
		var key = UUID.randomUUID().toString();
		this.table.insert(key, actor.accountId(), name(fileName), file, this.clock.instant());
		return new PdfView(key, name(fileName), file.length);
	}

	/** By its bytes (ISO 32000-1, 7.5): a name can say anything. */
	private static void mustBePdf(byte[] file) {
		var start = new String(file, 0, Math.min(file.length, 8), StandardCharsets.ISO_8859_1);
		if (!start.startsWith("%PDF-")) {
			throw new InvalidInput("/file", "pdf-type");
		}
		var end = new String(Arrays.copyOfRange(file, Math.max(0, file.length - END), file.length),
				StandardCharsets.ISO_8859_1);
		if (!end.contains("%%EOF")) {
			throw new InvalidInput("/file", "pdf-broken");
		}
		var whole = new String(file, StandardCharsets.ISO_8859_1);
		// A study needs none; what is hidden in packed parts the reader's browser keeps from running, see how it is served.
		if (whole.contains("/JavaScript") || whole.contains("/Launch")) {
			throw new InvalidInput("/file", "pdf-script");
		}
	}

	/** Nothing of a path, nothing that ends a header. */
	private static String name(@Nullable String given) {
		var plain = (given == null)
				? ""
				: given.replaceAll(".*[/\\\\]", "").replaceAll("[\\p{Cntrl}\"<>|:*?]", "").strip();
		var base = plain.replaceFirst("(?i)\\.pdf$", "");
		if (base.isEmpty()) {
			base = "study";
		}
		return ((base.codePointCount(0, base.length()) > LONGEST_NAME)
				? base.substring(0, base.offsetByCodePoints(0, LONGEST_NAME))
				: base) + ".pdf";
	}

	@Transactional(readOnly = true)
	Given give(String key, @Nullable Actor viewer) {
		var known = this.table.find(key).orElseThrow(() -> new NotFound("pdf", key));
		var open = this.table.published(key);
		if (!open && !behind(known, viewer)) {
			throw new NotFound("pdf", key);
		}
		var content = this.table.content(key).orElseThrow(() -> new NotFound("pdf", key));
		return new Given(new ByteArrayResource(content), known.fileName(), open);
	}

	/** Whoever uploaded it, whoever's study has it, and those who review. */
	private boolean behind(PdfTable.PdfFile file, @Nullable Actor viewer) {
		return viewer != null && (viewer.is(Role.PROVINCIAL_OFFICER, Role.ADMINISTRATOR)
				|| (file.ownerId() != null && file.ownerId() == viewer.accountId())
				|| this.research.has(viewer.accountId(), file.key()));
	}

}
