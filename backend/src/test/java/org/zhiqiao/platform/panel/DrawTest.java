package org.zhiqiao.platform.panel;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import org.zhiqiao.platform.panel.DrawList.Entry;
import org.zhiqiao.platform.panel.DrawList.Exclusion;
import org.zhiqiao.platform.panel.DrawList.Stratum;

/** Everybody has the chance that they are said to have, and the same secrets always draw the same people. */
class DrawTest {

	private static final int DRAWS = 20_000;

	@Test
	void givesEverybodyOfAStratumTheSameChanceOfEveryPlace() {
		var list = list(7, 100, person -> 0, 3);
		var places = new int[7][7];
		for (var draw = 0; draw < DRAWS; draw++) {
			var order = Draw.of(list, seed(draw)).strata().getFirst().order();
			for (var place = 0; place < 7; place++) {
				places[place][order.get(place).intValue() - 1]++;
			}
		}
		var expected = DRAWS / 7.0;
		var deviation = 0.0;
		for (var place : places) {
			for (var count : place) {
				deviation += (count - expected) * (count - expected) / expected;
			}
		}
		// Chi-squared with 36 degrees of freedom: one in a thousand fair generators is above 67.985.
		assertThat(deviation).isLessThan(67.985);
	}

	@Test
	void drawsPairsAsOftenAsTheyShouldBe() {
		var list = list(6, 100, person -> 0, 2);
		var pairs = new HashMap<List<Long>, Integer>();
		for (var draw = 0; draw < DRAWS; draw++) {
			pairs.merge(Draw.of(list, seed(draw)).strata().getFirst().members().stream().sorted().toList(), 1,
					Integer::sum);
		}
		assertThat(pairs).hasSize(15);
		var expected = DRAWS / 15.0;
		var deviation = pairs.values()
				.stream()
				.mapToDouble(count -> (count - expected) * (count - expected) / expected)
				.sum();
		// Chi-squared with 14 degrees of freedom, one in a thousand.
		assertThat(deviation).isLessThan(36.123);
	}

	@Test
	void makesTheSameNumbersAsTheSpecificationSays() {
		// HMAC-SHA-256 of 0 and 1 as eight bytes, with a key of 32 zero bytes, read as big-endian numbers of 32 bits.
		var blocks = ByteBuffer.allocate(64)
				.put(DrawHash.hmac(new byte[32]).doFinal(new byte[8]))
				.put(DrawHash.hmac(new byte[32]).doFinal(new byte[]{0, 0, 0, 0, 0, 0, 0, 1}))
				.flip();
		var stream = new DrawStream(new byte[32]);
		while (blocks.hasRemaining()) {
			var number = Integer.toUnsignedLong(blocks.getInt());
			if (number < (1L << 32) - (1L << 32) % 1000) {
				assertThat(stream.below(1000)).isEqualTo((int) (number % 1000));
			}
		}
	}

	/** RFC 4231, test case 2, and the empty message of FIPS 180-4. */
	@Test
	void hashesAsTheStandardsSay() {
		assertThat(DrawHash.hex(DrawHash.hmac("Jefe".getBytes(US_ASCII))
				.doFinal("what do ya want for nothing?".getBytes(US_ASCII))))
				.isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
		assertThat(DrawHash.hex(DrawHash.sha256()))
				.isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
	}

	@Test
	void neverTakesMoreOfAnOrganisationThanAllowed() {
		var list = new DrawList("两层", 1, List.of(new Stratum("省内", 2, entries(1, 6, person -> person % 2 + 1)),
				new Stratum("海外", 1, entries(11, 4, person -> (person < 14) ? 1 : 0))), List.of());
		for (var draw = 0; draw < 500; draw++) {
			var strata = Draw.of(list, seed(draw)).strata();
			assertThat(strata.getFirst().members()).hasSize(2);
			// One of each organisation is on the panel already, so only who belongs to none can follow.
			assertThat(strata.getLast().members()).containsExactly(14L);
			var known = new ArrayList<>(strata.getFirst().order());
			known.retainAll(strata.getFirst().members());
			assertThat(known).isEqualTo(strata.getFirst().members());
		}
	}

	@Test
	void leavesSeatsEmptyRatherThanBreakTheRule() {
		var drawn = Draw.of(list(5, 1, person -> 7, 3), seed(1)).strata().getFirst();
		assertThat(drawn.members()).hasSize(1);
		assertThat(drawn.full(3)).isFalse();
		assertThat(drawn.order()).containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L);
	}

	@Test
	void changesWithEverySecretAndWithTheList() {
		var secret = new byte[32];
		var other = secret.clone();
		other[31] = 1;
		var hash = DrawHash.sha256(list(5, 1, person -> 0, 1).canonical());
		assertThat(DrawHash.seed(hash, secret, secret)).isNotEqualTo(DrawHash.seed(hash, secret, other))
				.isNotEqualTo(DrawHash.seed(hash, other, secret));
		assertThat(DrawHash.seed(hash, secret, other)).isNotEqualTo(DrawHash.seed(hash, other, secret));
		assertThat(hash).isNotEqualTo(DrawHash.sha256(list(5, 2, person -> 0, 1).canonical()));
		assertThatThrownBy(() -> DrawHash.commitment(new byte[31])).isInstanceOf(IllegalArgumentException.class);
	}

	@Test
	void refusesAListThatCouldBeReadInTwoWays() {
		assertThatThrownBy(() -> new Entry(1, "甲\t乙", 0)).isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> new Entry(1, " ", 0)).isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> new Stratum("空", 1, List.of())).hasMessageContaining("空");
		assertThatThrownBy(() -> new Stratum("乱", 1, List.of(new Entry(2, "乙", 0), new Entry(1, "甲", 0))))
				.hasMessageContaining("order");
		var stratum = new Stratum("甲组", 1, entries(1, 2, person -> 0));
		assertThatThrownBy(() -> new DrawList("会", 1, List.of(stratum), List.of(new Exclusion(2, "乙", "回避"))))
				.hasMessageContaining("twice");
		assertThatThrownBy(() -> new DrawList("会", 1, List.of(stratum, stratum), List.of()))
				.isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> new DrawList("会", 0, List.of(stratum), List.of()))
				.isInstanceOf(IllegalArgumentException.class);
	}

	private static DrawList list(int people, int most, LongUnaryOperator organisation, int seats) {
		return new DrawList("评审", most, List.of(new Stratum("全部", seats, entries(1, people, organisation))),
				List.of());
	}

	private static List<Entry> entries(long first, int count, LongUnaryOperator organisation) {
		return LongStream.range(first, first + count)
				.mapToObj(person -> new Entry(person, "专家" + person, organisation.applyAsLong(person)))
				.toList();
	}

	/** Seeds are told apart by a counter, so the test is the same every time. */
	private static byte[] seed(int number) {
		return DrawHash.sha256(ByteBuffer.allocate(4).putInt(number).array());
	}

}
