package org.zhiqiao.platform.picture;

import org.jspecify.annotations.Nullable;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.zhiqiao.platform.problem.InvalidInput;

/** The picture on the web, for those who may see all that is counted. */
@RestController
@RequestMapping("/api/picture")
class GapController {

	private static final String OFFICERS = "hasAnyRole('CITY_OFFICER','PROVINCIAL_OFFICER','ADMINISTRATOR')";

	private final Picture picture;

	GapController(Picture picture) {
		this.picture = picture;
	}

	/**
	 * Industries against cities or countries.
	 * @param columns {@code city} or {@code country}
	 * @param city only what is of this city, if the columns are countries
	 * @param country only what is about this country, if the columns are cities
	 * @param language only people who speak it
	 */
	@GetMapping("/gaps")
	@PreAuthorize(OFFICERS)
	GapMatrix gaps(@RequestParam(defaultValue = "city") String columns,
			@RequestParam(required = false) @Nullable String city,
			@RequestParam(required = false) @Nullable String country,
			@RequestParam(required = false) @Nullable String language) {
		return switch (columns) {
			case "city" -> this.picture.byCity(given(country), given(language));
			case "country" -> this.picture.byCountry(given(city), given(language));
			default -> throw new InvalidInput("/columns", "unknown-code",
					(columns.length() > 60) ? columns.substring(0, 60) + "…" : columns);
		};
	}

	private static @Nullable String given(@Nullable String value) {
		return (value == null || value.isBlank()) ? null : value;
	}

}
