package dev.poscart.architecture.broken.web.impl;

interface NoVaguePackageNames {}
