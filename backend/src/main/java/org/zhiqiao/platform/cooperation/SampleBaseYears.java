package org.zhiqiao.platform.cooperation;

import java.time.Clock;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.zhiqiao.platform.moment.Moments;

/** Takes down the years of bases of the made-up sample. */
@Component
public class SampleBaseYears {

	private final BaseYearTable years;

	private final Clock clock;

	SampleBaseYears(BaseYearTable years, Clock clock) {
		this.years = years;
		this.clock = clock;
	}

	/**
	 * Takes down a year.
	 * @param reported whether it was handed in as the report of the year
	 */
	@Transactional
	public void place(long base, int year, SaveBaseYear save, boolean reported) {
		var now = Moments.exact(this.clock.instant());
		this.years.store(new BaseYear(base, year, 0, FollowUp.measures(save), FollowUp.note(save),
				reported ? now : null), null, now);
	}

}
