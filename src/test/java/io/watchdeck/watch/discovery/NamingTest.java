package io.watchdeck.watch.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.stack.Environment;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamingTest {

    @ParameterizedTest
    @CsvSource({"glimpse-prod,glimpse,PRODUCTION", "sesami-cluster,sesami,", "tiketi-cluster-prod,tiketi,PRODUCTION",
            "shop_admin-stg,shop-admin,TEST", "DEV.Shop,shop,DEVELOPMENT", "prod,'',PRODUCTION", "default,'',",
            "preprod-shop,shop,TEST", "가게-dev,가게,DEVELOPMENT"})
    void aClusterNameSaysWhoseItIsAndWhatFor(String cluster, String stem, Environment environment) {
        assertThat(Naming.of(cluster).text()).isEqualTo(stem);
        assertThat(Naming.of(cluster).environment()).isEqualTo(Optional.ofNullable(environment));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"shop", "shop-db", "Shop_DB", "prod-shop-db", "/ecs/shop-api", "/aws/rds/instance/shop-db/log",
                    "rds.shop", "shop.fifo"})
    void aNameThatBeginsWithTheWordsOfTheClusterFits(String name) {
        assertThat(Naming.of("shop-prod").fits(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shopping-db", "my-shop", "blog-shop-feed", "", "workshop", "prod", "sh-op"})
    void aNameThatOnlyHoldsThemDoesNot(String name) {
        assertThat(Naming.of("shop-prod").fits(name)).isFalse();
    }

    @Test
    void aNameWithoutWordsOfItsOwnFitsNothing() {
        assertThat(Naming.of("prod-cluster").fits("prod-db")).isFalse();
        assertThat(Naming.of("prod-cluster").orCommon(List.of("shop-api")).fits("shop-db")).isFalse();
    }

    @Test
    void whatAllServicesBeginWithStandsInForAClusterThatSaysNothing() {
        Naming common = Naming.of("prod").orCommon(List.of("shop-api-prod", "shop-api-worker", "shop-api"));

        assertThat(common).isEqualTo(new Naming(List.of("shop", "api"), Optional.of(Environment.PRODUCTION)));
        assertThat(Naming.of("prod").orCommon(List.of("shop-api", "blog-api")).stem()).isEmpty();
    }
}
