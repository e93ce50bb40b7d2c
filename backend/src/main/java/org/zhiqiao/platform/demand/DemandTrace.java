package org.zhiqiao.platform.demand;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What the audit keeps of a need, before and after: its state, who may read it, and what it asks of people. The words of
 * a confidential need do not stand there; their fingerprint shows whether they changed.
 */
final class DemandTrace {

	private DemandTrace() {}

	static Map<String, Object> of(Demand demand) {
		var content = demand.content();
		boolean secret = content.confidentiality() == Confidentiality.CONFIDENTIAL;
		var trace = new LinkedHashMap<String, Object>();
		trace.put("state", demand.state().code());
		trace.put("version", demand.version());
		trace.put("title", secret ? fingerprint(content.title()) : content.title());
		trace.put("description", secret ? fingerprint(content.description()) : content.description());
		trace.put("confidentiality", content.confidentiality() == null ? "" : content.confidentiality().code());
		trace.put("city", Objects.requireNonNullElse(content.city(), ""));
		trace.put("musts", musts(content));
		trace.put("deadline", Objects.toString(content.deadline(), ""));
		if (content.budget() != null) {
			trace.put("budget", secret ? fingerprint(content.budget().toString()) : content.budget());
		}
		return trace;
	}

	private static List<String> musts(DemandContent content) {
		return Stream.of(
				content.domains().stream().filter(AskedDomain::must)
						.map(domain -> Objects.requireNonNullElse(domain.code(), Objects.toString(domain.text(), ""))),
				content.languages().stream().filter(AskedLanguage::must)
						.map(language -> language.code() + " " + language.level()),
				content.countries().stream().filter(AskedCountry::must)
						.map(country -> Objects.toString(country.code(), Objects.toString(country.region(), ""))
								+ (country.kind() != null ? " " + country.kind() : "")),
				content.competences().stream().filter(AskedCompetence::must).map(AskedCompetence::code))
				.flatMap(asked -> asked)
				.toList();
	}

	private static String fingerprint(String text) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
			return "sha-256:" + HexFormat.of().formatHex(digest);
		} catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException("Every Java platform has SHA-256", impossible);
		}
	}

}
