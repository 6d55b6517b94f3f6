# Keeps the events of ECS in a log group, from which Watchdeck reads what it missed.

terraform {
  required_version = ">= 1.3"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.0"
    }
  }
}

variable "cluster_arn" {
  description = "ARN of the ECS cluster; empty for all clusters."
  type        = string
  default     = ""
}

variable "log_group_name" {
  description = "The eventLog of the stack file."
  type        = string
  default     = "/watchdeck/ecs-events"
}

variable "retention_in_days" {
  type    = number
  default = 90
}

resource "aws_cloudwatch_log_group" "events" {
  name              = var.log_group_name
  retention_in_days = var.retention_in_days
}

data "aws_iam_policy_document" "events" {
  statement {
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
    resources = ["${aws_cloudwatch_log_group.events.arn}:*"]

    principals {
      type        = "Service"
      identifiers = ["events.amazonaws.com", "delivery.logs.amazonaws.com"]
    }
  }
}

resource "aws_cloudwatch_log_resource_policy" "events" {
  policy_name     = "watchdeck-ecs-events"
  policy_document = data.aws_iam_policy_document.events.json
}

resource "aws_cloudwatch_event_rule" "events" {
  name        = "watchdeck-ecs-events"
  description = "Events of ECS for Watchdeck"
  event_pattern = jsonencode({
    source        = ["aws.ecs"]
    "detail-type" = ["ECS Task State Change", "ECS Service Action"]
    detail        = { clusterArn = var.cluster_arn == "" ? [{ exists = true }] : [var.cluster_arn] }
  })
}

resource "aws_cloudwatch_event_target" "events" {
  rule       = aws_cloudwatch_event_rule.events.name
  target_id  = "log-group"
  arn        = aws_cloudwatch_log_group.events.arn
  depends_on = [aws_cloudwatch_log_resource_policy.events]
}

output "log_group" {
  value = aws_cloudwatch_log_group.events.name
}
