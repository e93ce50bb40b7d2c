package org.zhiqiao.platform.expert;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * By which clock people of a country live: only countries in which nearly everybody lives by one; names as in the IANA time zone
 * database.
 */
final class CountryZones {

	private static final Map<String, String> ZONES = Map.ofEntries(Map.entry("CN", "Asia/Shanghai"),
			Map.entry("HK", "Asia/Hong_Kong"), Map.entry("MO", "Asia/Macau"), Map.entry("TW", "Asia/Taipei"),
			Map.entry("JP", "Asia/Tokyo"), Map.entry("KR", "Asia/Seoul"), Map.entry("SG", "Asia/Singapore"),
			Map.entry("MY", "Asia/Kuala_Lumpur"), Map.entry("TH", "Asia/Bangkok"),
			Map.entry("VN", "Asia/Ho_Chi_Minh"), Map.entry("PH", "Asia/Manila"), Map.entry("IN", "Asia/Kolkata"),
			Map.entry("PK", "Asia/Karachi"), Map.entry("BD", "Asia/Dhaka"), Map.entry("AE", "Asia/Dubai"),
			Map.entry("SA", "Asia/Riyadh"), Map.entry("IL", "Asia/Jerusalem"), Map.entry("TR", "Europe/Istanbul"),
			Map.entry("IR", "Asia/Tehran"), Map.entry("UZ", "Asia/Tashkent"), Map.entry("KZ", "Asia/Almaty"),
			Map.entry("DE", "Europe/Berlin"), Map.entry("FR", "Europe/Paris"), Map.entry("IT", "Europe/Rome"),
			Map.entry("ES", "Europe/Madrid"), Map.entry("PT", "Europe/Lisbon"), Map.entry("GB", "Europe/London"),
			Map.entry("IE", "Europe/Dublin"), Map.entry("NL", "Europe/Amsterdam"),
			Map.entry("BE", "Europe/Brussels"), Map.entry("LU", "Europe/Luxembourg"),
			Map.entry("CH", "Europe/Zurich"), Map.entry("AT", "Europe/Vienna"), Map.entry("DK", "Europe/Copenhagen"),
			Map.entry("SE", "Europe/Stockholm"), Map.entry("NO", "Europe/Oslo"), Map.entry("FI", "Europe/Helsinki"),
			Map.entry("PL", "Europe/Warsaw"), Map.entry("CZ", "Europe/Prague"), Map.entry("SK", "Europe/Bratislava"),
			Map.entry("HU", "Europe/Budapest"), Map.entry("RO", "Europe/Bucharest"), Map.entry("BG", "Europe/Sofia"),
			Map.entry("GR", "Europe/Athens"), Map.entry("RS", "Europe/Belgrade"), Map.entry("HR", "Europe/Zagreb"),
			Map.entry("SI", "Europe/Ljubljana"), Map.entry("UA", "Europe/Kyiv"), Map.entry("BY", "Europe/Minsk"),
			Map.entry("EG", "Africa/Cairo"), Map.entry("ZA", "Africa/Johannesburg"),
			Map.entry("NG", "Africa/Lagos"), Map.entry("KE", "Africa/Nairobi"),
			Map.entry("ET", "Africa/Addis_Ababa"), Map.entry("MA", "Africa/Casablanca"),
			Map.entry("NZ", "Pacific/Auckland"), Map.entry("AR", "America/Argentina/Buenos_Aires"),
			Map.entry("PE", "America/Lima"), Map.entry("CO", "America/Bogota"));

	private CountryZones() {}

	/** What somebody said, else what follows from where they live. */
	static Optional<ZoneId> of(@Nullable String said, @Nullable String country) {
		try {
			if (said != null && !said.isBlank()) {
				return Optional.of(ZoneId.of(said));
			}
		} catch (DateTimeException unknown) {
			// Of an import, perhaps: the country has to do.
		}
		return Optional.ofNullable(country).map(ZONES::get).map(ZoneId::of);
	}

}
