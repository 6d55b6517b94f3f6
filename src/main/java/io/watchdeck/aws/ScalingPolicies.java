package io.watchdeck.aws;

import io.watchdeck.model.Reading;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalingPoliciesResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingPolicy;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;

/// Reads the policies of scalable targets, for which AWS has two ways: the list of all policies of the account's ECS
/// services, 10 a page, or one call a target. How long the list is nobody says, so it is read first and given up after
/// as many pages as there are targets; this is remembered. For t targets among p policies that makes min(⌈p/10⌉, t)
/// calls, and t more the first time where the list turns out to be the longer way.
final class ScalingPolicies {

    private static final int POLICIES_A_PAGE = 10;

    private final AwsCalls calls;
    private volatile int listHasMorePagesThan;

    ScalingPolicies(AwsCalls calls) {
        this.calls = calls;
    }

    /// The policies of each resource in words; none for one without policies.
    Map<String, Reading<List<String>>> of(Collection<String> resources) {
        if (resources.isEmpty()) {
            return Map.of();
        }
        if (resources.size() > listHasMorePagesThan) {
            try {
                Optional<List<ScalingPolicy>> all = read(null, resources.size());
                if (all.isPresent()) {
                    return known(resources, all.get());
                }
                listHasMorePagesThan = resources.size();
            } catch (CallFailed failed) {
                var answers = new LinkedHashMap<String, Reading<List<String>>>();
                resources.forEach(resource -> answers.put(resource, failed.reading(calls.clock())));
                return answers;
            }
        }
        return calls.each(AwsApi.DESCRIBE_SCALING_POLICIES, resources,
                resource -> words(read(resource, Integer.MAX_VALUE).orElseThrow(), resource));
    }

    private Map<String, Reading<List<String>>> known(Collection<String> resources, List<ScalingPolicy> all) {
        var answers = new LinkedHashMap<String, Reading<List<String>>>();
        resources.forEach(resource -> answers.put(resource,
                Reading.known(words(all, resource), calls.clock().instant())));
        return answers;
    }

    private static List<String> words(List<ScalingPolicy> all, String resource) {
        return ScalingMapper.inOrder(all.stream().filter(policy -> resource.equals(policy.resourceId()))
                .map(ScalingMapper::policy).toList());
    }

    /// @param resource null for all of ECS
    /// @return empty when there are more pages than that
    private Optional<List<ScalingPolicy>> read(@Nullable String resource, int mostPages) {
        var left = new AtomicInteger(mostPages);
        List<DescribeScalingPoliciesResponse> pages = calls.pages(
                token -> calls.call(AwsApi.DESCRIBE_SCALING_POLICIES, resource == null ? "policies" : resource,
                        () -> calls.clients().scaling().describeScalingPolicies(request -> request
                                .serviceNamespace(ServiceNamespace.ECS).resourceId(resource)
                                .maxResults(POLICIES_A_PAGE).nextToken(token))),
                page -> left.decrementAndGet() > 0 ? page.nextToken() : null);
        String next = pages.getLast().nextToken();
        if (next != null && !next.isEmpty()) {
            return Optional.empty();
        }
        var policies = new ArrayList<ScalingPolicy>();
        pages.forEach(page -> policies.addAll(page.scalingPolicies()));
        return Optional.of(policies);
    }
}
