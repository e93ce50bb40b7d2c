import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Verifies the draw of a panel with nothing but a Java of version 17 or newer:
 *
 * <pre>java VerifyDraw.java transcript.json</pre>
 *
 * It draws again from the list and the secrets in the transcript and checks every hash. It ends with 0 if all is as it must
 * be, with 1 if something is not, and with 2 if the file cannot be read. It asks nobody and needs no network.
 */
public final class VerifyDraw {

	private static final String USAGE = "java VerifyDraw.java transcript.json";

	private static final HexFormat HEX = HexFormat.of();

	private VerifyDraw() {}

	public static void main(String[] arguments) {
		if (arguments.length != 1) {
			System.err.println(USAGE);
			System.exit(2);
		}
		try {
			Map<String, Object> transcript = object(Json.read(Files.readAllBytes(Path.of(arguments[0]))));
			verify(transcript);
			System.out.println("一致 VERIFIED: 抽取结果可由名单和两个密码重新得出，所有摘要相符。"
					+ " The draw follows from the list and the two secrets, and all hashes agree.");
			for (Object stratum : list(transcript, "strata")) {
				Map<String, Object> drawn = object(stratum);
				System.out.println(text(drawn, "stratum") + ": " + drawn.get("members"));
			}
		} catch (Wrong wrong) {
			System.out.println("不符 NOT VERIFIED: " + wrong.getMessage());
			System.exit(1);
		} catch (IOException | RuntimeException unreadable) {
			System.err.println("无法读取 CANNOT READ: " + unreadable);
			System.exit(2);
		}
	}

	private static final class Wrong extends Exception {

		private static final long serialVersionUID = 1;

		Wrong(String message) {
			super(message);
		}

	}

	private static void verify(Map<String, Object> transcript) throws Wrong {
		members(transcript, "format", "list", "listHash", "officers", "frozenAt", "seed", "strata", "seal");
		same("格式 format", text(transcript, "format"), "zhiqiao-draw 1");
		Map<String, Object> list = object(transcript.get("list"));
		byte[] listHash = sha256(canonical(list));
		same("名单摘要 hash of the list", text(transcript, "listHash"), HEX.formatHex(listHash));
		Instant frozen = Instant.parse(text(transcript, "frozenAt"));
		List<Object> officers = list(transcript, "officers");
		if (officers.size() != 2) {
			throw new Wrong("必须有两名经办人 there must be two officers");
		}
		Set<String> roles = new HashSet<>();
		List<byte[]> secrets = new ArrayList<>();
		for (Object one : officers) {
			Map<String, Object> officer = object(one);
			members(officer, "name", "role", "commitment", "committedAt", "secret", "revealedAt");
			String name = text(officer, "name");
			byte[] secret = HEX.parseHex(text(officer, "secret"));
			if (secret.length != 32) {
				throw new Wrong("密码长度不符 wrong length of the secret: " + name);
			}
			same("承诺 commitment of " + name, text(officer, "commitment"),
					HEX.formatHex(sha256(ascii("zhiqiao-draw-commitment 1\n"), secret)));
			if (Instant.parse(text(officer, "committedAt")).isAfter(frozen)
					|| Instant.parse(text(officer, "revealedAt")).isBefore(frozen)) {
				throw new Wrong("次序不符 not in its order: " + name);
			}
			roles.add(text(officer, "role"));
			secrets.add(secret);
		}
		if (roles.size() != 2) {
			throw new Wrong("两名经办人角色相同 both officers have the same role");
		}
		byte[] seed = sha256(ascii("zhiqiao-draw-seed 1\n"), listHash, secrets.get(0), secrets.get(1));
		same("种子 seed", text(transcript, "seed"), HEX.formatHex(seed));
		draw(list, seed, list(transcript, "strata"));
		same("封存摘要 seal", text(transcript, "seal"), HEX.formatHex(sha256(sealed(transcript))));
	}

	/** Draws again and compares. */
	private static void draw(Map<String, Object> list, byte[] seed, List<Object> drawn) throws Wrong {
		Stream stream = new Stream(seed);
		long most = number(list, "most");
		Map<Long, Long> ofOrganisation = new HashMap<>();
		List<Object> strata = list(list, "strata");
		if (strata.size() != drawn.size()) {
			throw new Wrong("层数不符 another number of strata");
		}
		for (int i = 0; i < strata.size(); i++) {
			Map<String, Object> stratum = object(strata.get(i));
			Map<String, Object> result = object(drawn.get(i));
			members(result, "stratum", "members", "order");
			String name = text(stratum, "name");
			same("层 stratum", text(result, "stratum"), name);
			List<Map<String, Object>> order = new ArrayList<>();
			for (Object entry : list(stratum, "entries")) {
				order.add(object(entry));
			}
			for (int place = 0; place < order.size() - 1; place++) {
				int other = place + stream.below(order.size() - place);
				Map<String, Object> entry = order.get(place);
				order.set(place, order.get(other));
				order.set(other, entry);
			}
			List<Object> people = new ArrayList<>();
			List<Object> members = new ArrayList<>();
			for (Map<String, Object> entry : order) {
				people.add(entry.get("person"));
				long organisation = number(entry, "organisation");
				if (members.size() < number(stratum, "seats") && (organisation == 0
						|| ofOrganisation.merge(organisation, 1L, Long::sum) <= most)) {
					members.add(entry.get("person"));
				}
			}
			same("次序 order of " + name, list(result, "order").toString(), people.toString());
			same("成员 members of " + name, list(result, "members").toString(), members.toString());
		}
	}

	/** The list as it is hashed. */
	private static byte[] canonical(Map<String, Object> list) throws Wrong {
		members(list, "title", "most", "strata", "excluded");
		StringBuilder text = new StringBuilder("zhiqiao-draw-list 1\n");
		line(text, "title", text(list, "title"));
		line(text, "most", number(list, "most"));
		Set<Long> people = new HashSet<>();
		for (Object one : list(list, "strata")) {
			Map<String, Object> stratum = object(one);
			members(stratum, "name", "seats", "entries");
			line(text, "stratum", text(stratum, "name"), number(stratum, "seats"));
			long before = Long.MIN_VALUE;
			for (Object another : list(stratum, "entries")) {
				Map<String, Object> entry = object(another);
				members(entry, "person", "name", "organisation");
				long person = number(entry, "person");
				if (person <= before || !people.add(person)) {
					throw new Wrong("编号重复或未按序 twice, or not in its order: " + person);
				}
				before = person;
				line(text, "entry", person, text(entry, "name"), number(entry, "organisation"));
			}
		}
		for (Object one : list(list, "excluded")) {
			Map<String, Object> excluded = object(one);
			members(excluded, "person", "name", "reason");
			if (!people.add(number(excluded, "person"))) {
				throw new Wrong("编号重复 twice: " + number(excluded, "person"));
			}
			line(text, "excluded", number(excluded, "person"), text(excluded, "name"), text(excluded, "reason"));
		}
		return text.toString().getBytes(StandardCharsets.UTF_8);
	}

	/** All but the seal, as it is sealed. */
	private static byte[] sealed(Map<String, Object> transcript) throws Wrong {
		StringBuilder text = new StringBuilder("zhiqiao-draw-seal 1\n");
		line(text, "list", text(transcript, "listHash"));
		for (Object one : list(transcript, "officers")) {
			Map<String, Object> officer = object(one);
			line(text, "officer", text(officer, "name"), text(officer, "role"), text(officer, "commitment"),
					text(officer, "committedAt"), text(officer, "secret"), text(officer, "revealedAt"));
		}
		line(text, "frozen", text(transcript, "frozenAt"));
		line(text, "seed", text(transcript, "seed"));
		for (Object one : list(transcript, "strata")) {
			Map<String, Object> drawn = object(one);
			line(text, "stratum", text(drawn, "stratum"));
			for (Object person : list(drawn, "members")) {
				line(text, "member", person);
			}
			for (Object person : list(drawn, "order")) {
				line(text, "drawn", person);
			}
		}
		return text.toString().getBytes(StandardCharsets.UTF_8);
	}

	private static void line(StringBuilder text, Object... parts) throws Wrong {
		for (int i = 0; i < parts.length; i++) {
			String part = parts[i].toString();
			if (part.chars().anyMatch(Character::isISOControl)) {
				throw new Wrong("文字含控制字符 a text has a control character");
			}
			text.append(i > 0 ? "\t" : "").append(part);
		}
		text.append('\n');
	}

	private static void same(String what, String told, String computed) throws Wrong {
		if (!told.equals(computed)) {
			throw new Wrong(what + " — " + told + " ≠ " + computed);
		}
	}

	private static void members(Map<String, Object> object, String... names) throws Wrong {
		if (!object.keySet().equals(Set.of(names))) {
			throw new Wrong("字段不符 other members than " + String.join(", ", names) + ": " + object.keySet());
		}
	}

	private static final class Stream {

		private static final long SPAN = 1L << 32;

		private final byte[] seed;

		private long counter;

		private ByteBuffer block = ByteBuffer.allocate(0);

		Stream(byte[] seed) {
			this.seed = seed;
		}

		int below(int bound) {
			long fair = SPAN - SPAN % bound;
			while (true) {
				if (!this.block.hasRemaining()) {
					this.block = ByteBuffer.wrap(hmac(ByteBuffer.allocate(8).putLong(this.counter++).array()));
				}
				long number = Integer.toUnsignedLong(this.block.getInt());
				if (number < fair) {
					return (int) (number % bound);
				}
			}
		}

		private byte[] hmac(byte[] message) {
			try {
				Mac mac = Mac.getInstance("HmacSHA256");
				mac.init(new SecretKeySpec(this.seed, "HmacSHA256"));
				return mac.doFinal(message);
			} catch (GeneralSecurityException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

	private static byte[] sha256(byte[]... parts) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			for (byte[] part : parts) {
				digest.update(part);
			}
			return digest.digest();
		} catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> object(Object value) throws Wrong {
		if (value instanceof Map) {
			return (Map<String, Object>) value;
		}
		throw new Wrong("应为对象 an object is expected: " + value);
	}

	@SuppressWarnings("unchecked")
	private static List<Object> list(Map<String, Object> object, String name) throws Wrong {
		if (object.get(name) instanceof List) {
			return (List<Object>) object.get(name);
		}
		throw new Wrong("应为列表 a list is expected: " + name);
	}

	private static String text(Map<String, Object> object, String name) throws Wrong {
		if (object.get(name) instanceof String text) {
			return text;
		}
		throw new Wrong("应为文字 a text is expected: " + name);
	}

	private static long number(Map<String, Object> object, String name) throws Wrong {
		if (object.get(name) instanceof Long number) {
			return number;
		}
		throw new Wrong("应为整数 a whole number is expected: " + name);
	}

	/** As much of JSON as a transcript has, and strictly that: no member twice, nothing behind the end, whole numbers. */
	private static final class Json {

		private final String text;

		private int at;

		private Json(String text) {
			this.text = text;
		}

		static Object read(byte[] bytes) throws CharacterCodingException {
			Json json = new Json(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
			Object value = json.value();
			json.space();
			if (json.at < json.text.length()) {
				throw json.wrong();
			}
			return value;
		}

		private Object value() {
			space();
			char first = peek();
			if (first == '{') {
				return object();
			}
			if (first == '[') {
				return list();
			}
			return (first == '"') ? string() : number();
		}

		private Map<String, Object> object() {
			Map<String, Object> object = new LinkedHashMap<>();
			this.at++;
			space();
			while (peek() != '}') {
				if (!object.isEmpty()) {
					take(',');
					space();
				}
				String name = string();
				space();
				take(':');
				if (object.put(name, value()) != null) {
					throw wrong();
				}
				space();
			}
			this.at++;
			return object;
		}

		private List<Object> list() {
			List<Object> list = new ArrayList<>();
			this.at++;
			space();
			while (peek() != ']') {
				if (!list.isEmpty()) {
					take(',');
				}
				list.add(value());
				space();
			}
			this.at++;
			return list;
		}

		private String string() {
			take('"');
			StringBuilder string = new StringBuilder();
			while (peek() != '"') {
				char next = this.text.charAt(this.at++);
				if (next < ' ') {
					throw wrong();
				}
				string.append(next == '\\' ? escaped() : next);
			}
			this.at++;
			return string.toString();
		}

		private char escaped() {
			char kind = peek();
			this.at++;
			switch (kind) {
				case '"', '\\', '/':
					return kind;
				case 'b':
					return '\b';
				case 'f':
					return '\f';
				case 'n':
					return '\n';
				case 'r':
					return '\r';
				case 't':
					return '\t';
				case 'u':
					this.at += 4;
					return (char) HexFormat.fromHexDigits(this.text.substring(this.at - 4, this.at));
				default:
					throw wrong();
			}
		}

		private Long number() {
			int start = this.at;
			if (peek() == '-') {
				this.at++;
			}
			while (this.at < this.text.length() && Character.isDigit(this.text.charAt(this.at))) {
				this.at++;
			}
			String digits = this.text.substring(start, this.at);
			if (!digits.matches("0|-?[1-9][0-9]{0,17}")) {
				throw wrong();
			}
			return Long.valueOf(digits);
		}

		private char peek() {
			if (this.at >= this.text.length()) {
				throw wrong();
			}
			return this.text.charAt(this.at);
		}

		private void take(char expected) {
			if (peek() != expected) {
				throw wrong();
			}
			this.at++;
		}

		private void space() {
			while (this.at < this.text.length() && " \t\r\n".indexOf(this.text.charAt(this.at)) >= 0) {
				this.at++;
			}
		}

		private IllegalArgumentException wrong() {
			return new IllegalArgumentException("JSON, 第 " + (this.at + 1) + " 个字符 at character " + (this.at + 1));
		}

	}

}
