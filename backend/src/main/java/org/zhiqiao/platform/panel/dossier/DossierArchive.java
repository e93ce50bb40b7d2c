package org.zhiqiao.platform.panel.dossier;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

import org.zhiqiao.platform.document.Fonts;
import org.zhiqiao.platform.moment.Moments;

/** The files of a dossier in one ZIP. The same content and moment give the same bytes, on any machine. */
public final class DossierArchive {

	private static final JsonMapper JSON = JsonMapper.builder()
			.disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
			.build();

	private final Words words;

	private final Fonts fonts;

	private final byte[] verifier;

	/**
	 * An archive with what is the same in all of them.
	 * @param verifier the program that checks a transcript
	 */
	public DossierArchive(Words words, Fonts fonts, byte[] verifier) {
		this.words = words;
		this.fonts = fonts;
		this.verifier = verifier.clone();
	}

	/** The name of a draw's transcript in the archive. */
	public static String transcript(int draw) {
		return "draws/draw-" + draw + ".json";
	}

	/**
	 * Packs a dossier.
	 * @param transcripts by the number of the draw, exactly as sealed
	 */
	public byte[] zip(Dossier dossier, SortedMap<Integer, byte[]> transcripts) {
		var files = new LinkedHashMap<String, byte[]>();
		files.put("README.txt", readme(dossier));
		files.put("dossier.pdf", new DossierPdf(dossier, this.words, this.fonts).bytes());
		files.put("dossier.json", json(dossier));
		transcripts.forEach((draw, transcript) -> files.put(transcript(draw), transcript));
		files.put("VerifyDraw.java", this.verifier);
		files.put("SHA256SUMS", sums(files));
		return zip(files, LocalDateTime.ofInstant(dossier.exportedAt(), Moments.HERE));
	}

	/** The hash by which a dossier is recognised, in lower-case hexadecimal. */
	public static String sha256(byte[] bytes) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		} catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every Java has SHA-256", ex);
		}
	}

	private static byte[] json(Dossier dossier) {
		var breaks = new DefaultIndenter("  ", "\n");
		var printer = new DefaultPrettyPrinter().withObjectIndenter(breaks).withArrayIndenter(breaks);
		return (JSON.writer().with(printer).writeValueAsString(dossier) + "\n").getBytes(StandardCharsets.UTF_8);
	}

	/** Both languages, with the line ends and the mark by which also old Windows programs know UTF-8. */
	private byte[] readme(Dossier dossier) {
		var text = new StringBuilder("\uFEFF");
		for (var language : new Locale[]{Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH}) {
			var number = String.valueOf(dossier.panel());
			text.append(this.words.text(language, "dossier.readme", number, DossierPdf.digits(dossier.exportedAt()),
					dossier.keepUntil())).append("\n\n");
		}
		return (text.toString().strip() + "\n").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
	}

	private static byte[] sums(Map<String, byte[]> files) {
		var sums = new StringBuilder();
		files.forEach((name, bytes) -> sums.append(sha256(bytes)).append("  ").append(name).append('\n'));
		return sums.toString().getBytes(StandardCharsets.US_ASCII);
	}

	private static byte[] zip(Map<String, byte[]> files, LocalDateTime moment) {
		var bytes = new ByteArrayOutputStream();
		try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
			for (var file : files.entrySet()) {
				var entry = new ZipEntry(file.getKey());
				// A time without a zone: it does not depend on where the machine thinks it is.
				entry.setTimeLocal(moment);
				zip.putNextEntry(entry);
				zip.write(file.getValue());
				zip.closeEntry();
			}
		} catch (IOException unwritable) {
			throw new UncheckedIOException(unwritable);
		}
		return bytes.toByteArray();
	}

}
