package io.watchdeck.ui.queues;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueueColumnTest {

    @ParameterizedTest
    @ValueSource(doubles = {690, 760, 814, 872, 940, 1004, 1014, 1100, 1230, 2000})
    void theColumnsFitTheTable(double room) {
        Set<QueueColumn> folded = QueueColumn.folded(room);

        assertThat(Stream.of(QueueColumn.values()).filter(one -> !folded.contains(one))
                .mapToDouble(one -> one.of(room)).sum()).isBetween(room - 40 - QueueColumn.values().length, room);
    }

    @Test
    void whatTheDetailsSayTooGoesFirst() {
        assertThat(QueueColumn.folded(1014)).isEmpty();
        assertThat(QueueColumn.folded(1004)).as("a scroll bar alone").isEmpty();
        assertThat(QueueColumn.folded(1000)).containsExactly(QueueColumn.FLIGHT);
        assertThat(QueueColumn.folded(814)).containsExactlyInAnyOrder(QueueColumn.FLIGHT, QueueColumn.OLDEST,
                QueueColumn.WAITING, QueueColumn.BEHIND);
        assertThat(QueueColumn.folded(-2)).as("no size yet").isEmpty();
    }
}
