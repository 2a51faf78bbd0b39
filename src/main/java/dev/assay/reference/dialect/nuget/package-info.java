/** The wire of nuget.org, as read in NuGet/NuGetGallery at commit 55d8cc0 of 2026-08-17. */
@NullMarked
package dev.assay.reference.dialect.nuget;

import org.jspecify.annotations.NullMarked;
