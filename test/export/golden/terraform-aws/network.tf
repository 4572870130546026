resource "aws_vpc" "vpc" {
  cidr_block           = "10.0.0.0/16"
  enable_dns_hostnames = true
  enable_dns_support   = true
  tags = {
    Name = "rails-app-production"
  }
}

resource "aws_internet_gateway" "internet_gateway" {
  tags = {
    Name = "rails-app-production"
  }
}

resource "aws_internet_gateway_attachment" "gateway_attachment" {
  vpc_id              = aws_vpc.vpc.id
  internet_gateway_id = aws_internet_gateway.internet_gateway.id
}

resource "aws_subnet" "public_subnet1" {
  vpc_id                  = aws_vpc.vpc.id
  cidr_block              = "10.0.32.0/20"
  availability_zone       = data.aws_availability_zones.available.names[0]
  map_public_ip_on_launch = false
  tags = {
    Name = "rails-app-production-public-1"
  }
}

resource "aws_subnet" "public_subnet2" {
  vpc_id                  = aws_vpc.vpc.id
  cidr_block              = "10.0.96.0/20"
  availability_zone       = data.aws_availability_zones.available.names[1]
  map_public_ip_on_launch = false
  tags = {
    Name = "rails-app-production-public-2"
  }
}

resource "aws_route_table" "public_route_table" {
  vpc_id = aws_vpc.vpc.id
  tags = {
    Name = "rails-app-production-public"
  }
}

resource "aws_route_table_association" "public_subnet1_routes" {
  subnet_id      = aws_subnet.public_subnet1.id
  route_table_id = aws_route_table.public_route_table.id
}

resource "aws_route_table_association" "public_subnet2_routes" {
  subnet_id      = aws_subnet.public_subnet2.id
  route_table_id = aws_route_table.public_route_table.id
}

resource "aws_route" "public_default_route" {
  route_table_id         = aws_route_table.public_route_table.id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.internet_gateway.id
  depends_on             = [aws_internet_gateway_attachment.gateway_attachment]
}

resource "aws_subnet" "private_subnet1" {
  vpc_id                  = aws_vpc.vpc.id
  cidr_block              = "10.0.0.0/19"
  availability_zone       = data.aws_availability_zones.available.names[0]
  map_public_ip_on_launch = false
  tags = {
    Name = "rails-app-production-private-1"
  }
}

resource "aws_subnet" "private_subnet2" {
  vpc_id                  = aws_vpc.vpc.id
  cidr_block              = "10.0.64.0/19"
  availability_zone       = data.aws_availability_zones.available.names[1]
  map_public_ip_on_launch = false
  tags = {
    Name = "rails-app-production-private-2"
  }
}

resource "aws_route_table" "private_route_table1" {
  vpc_id = aws_vpc.vpc.id
  tags = {
    Name = "rails-app-production-private1"
  }
}

resource "aws_route_table_association" "private_subnet1_routes" {
  subnet_id      = aws_subnet.private_subnet1.id
  route_table_id = aws_route_table.private_route_table1.id
}

resource "aws_route_table" "private_route_table2" {
  vpc_id = aws_vpc.vpc.id
  tags = {
    Name = "rails-app-production-private2"
  }
}

resource "aws_route_table_association" "private_subnet2_routes" {
  subnet_id      = aws_subnet.private_subnet2.id
  route_table_id = aws_route_table.private_route_table2.id
}

resource "aws_subnet" "data_subnet1" {
  vpc_id                  = aws_vpc.vpc.id
  cidr_block              = "10.0.48.0/20"
  availability_zone       = data.aws_availability_zones.available.names[0]
  map_public_ip_on_launch = false
  tags = {
    Name = "rails-app-production-data-1"
  }
}

resource "aws_subnet" "data_subnet2" {
  vpc_id                  = aws_vpc.vpc.id
  cidr_block              = "10.0.112.0/20"
  availability_zone       = data.aws_availability_zones.available.names[1]
  map_public_ip_on_launch = false
  tags = {
    Name = "rails-app-production-data-2"
  }
}

resource "aws_route_table" "data_route_table" {
  vpc_id = aws_vpc.vpc.id
  tags = {
    Name = "rails-app-production-data"
  }
}

resource "aws_route_table_association" "data_subnet1_routes" {
  subnet_id      = aws_subnet.data_subnet1.id
  route_table_id = aws_route_table.data_route_table.id
}

resource "aws_route_table_association" "data_subnet2_routes" {
  subnet_id      = aws_subnet.data_subnet2.id
  route_table_id = aws_route_table.data_route_table.id
}

resource "aws_eip" "nat_address1" {
  domain = "vpc"
  tags = {
    Name = "rails-app-production-nat-1"
  }
  depends_on = [aws_internet_gateway_attachment.gateway_attachment]
}

resource "aws_nat_gateway" "nat_gateway1" {
  allocation_id = aws_eip.nat_address1.allocation_id
  subnet_id     = aws_subnet.public_subnet1.id
  tags = {
    Name = "rails-app-production-nat-1"
  }
  depends_on = [aws_route.public_default_route]
}

resource "aws_route" "private_default_route1" {
  route_table_id         = aws_route_table.private_route_table1.id
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.nat_gateway1.id
}

resource "aws_route" "private_default_route2" {
  route_table_id         = aws_route_table.private_route_table2.id
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.nat_gateway1.id
}

resource "aws_vpc_endpoint" "s3_endpoint" {
  vpc_id            = aws_vpc.vpc.id
  vpc_endpoint_type = "Gateway"
  service_name      = "com.amazonaws.${data.aws_region.current.region}.s3"
  route_table_ids   = [aws_route_table.private_route_table1.id, aws_route_table.private_route_table2.id]
  tags = {
    Name = "rails-app-production-s3"
  }
}

resource "aws_flow_log" "flow_log" {
  vpc_id                   = aws_vpc.vpc.id
  traffic_type             = "ALL"
  log_destination_type     = "s3"
  log_destination          = "${aws_s3_bucket.log_bucket.arn}/flow/"
  max_aggregation_interval = 600
  tags = {
    Name = "rails-app-production"
  }
  depends_on = [aws_s3_bucket_policy.log_bucket_policy]
}
